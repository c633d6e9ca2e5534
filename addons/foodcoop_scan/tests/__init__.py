# SPDX-License-Identifier: AGPL-3.0-or-later
from . import test_code_remark, test_every_class, test_sentences
