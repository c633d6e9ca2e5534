#!/bin/sh
# Run by the nginx image before nginx itself: a renewed certificate is in use
# within six hours, without an interruption.
(while sleep 21600; do nginx -s reload; done) &
