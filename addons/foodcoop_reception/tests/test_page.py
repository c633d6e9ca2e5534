# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page over HTTP: whose it is, what a browser keeps, where its account may go."""

from odoo.addons.mail.tests.common import mail_new_test_user
from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged

TERMINAL = "base.group_portal,foodcoop_reception.group_terminal"


@tagged("post_install", "-at_install")
class TestPage(HttpCase):
    def test_the_page_asks_a_visitor_to_sign_in(self):
        answer = self.url_open("/reception", allow_redirects=False)
        self.assertEqual(answer.status_code, 303)
        self.assertIn("/web/login", answer.headers["Location"])

    def test_the_page_refuses_an_account_without_the_role(self):
        mail_new_test_user(
            self.env, login="member_test", groups="base.group_portal", lang="fr_FR"
        )
        self.authenticate("member_test", "member_test")
        answer = self.url_open("/reception")
        self.assertEqual(answer.status_code, 403)
        self.assertIn("ne peut pas compter les livraisons", answer.text)

    def test_a_name_cannot_end_the_page_s_script(self):
        mail_new_test_user(
            self.env,
            login="terminal_page",
            groups="base.group_portal,foodcoop_reception.group_terminal",
            name="</script><b>Eve",
        )
        self.authenticate("terminal_page", "terminal_page")
        answer = self.url_open("/reception")
        self.assertEqual(answer.status_code, 200)
        self.assertIn("Eve", answer.text)
        self.assertNotIn("</script><b>Eve", answer.text)

    def terminal(self):
        user = mail_new_test_user(self.env, login="till_page", groups=TERMINAL)
        self.authenticate("till_page", "till_page")
        return user

    def told(self):
        """Whose page the browser believes to keep."""
        return self.opener.cookies.get("foodcoop_reception")

    def test_a_browser_is_told_whose_page_it_keeps_until_they_sign_out(self):
        user = self.terminal()
        self.assertEqual(self.url_open("/reception").status_code, 200)
        self.assertEqual(self.told(), str(user.id))
        self.url_open("/web/session/logout", allow_redirects=False)
        self.assertIsNone(self.told())

    def test_another_account_takes_the_page_over(self):
        self.terminal()
        self.url_open("/reception")
        other = mail_new_test_user(self.env, login="till_other", groups=TERMINAL)
        self.authenticate("till_other", "till_other")
        self.url_open("/web/login", allow_redirects=False)
        self.assertIsNone(self.told())
        self.url_open("/reception")
        self.assertEqual(self.told(), str(other.id))

    def test_the_worker_may_serve_the_page_above_it(self):
        answer = self.url_open("/reception/service_worker.js")
        self.assertEqual(answer.headers["Service-Worker-Allowed"], "/reception")
        self.assertIn("javascript", answer.headers["Content-Type"])

    def test_the_terminal_can_be_installed(self):
        manifest = self.url_open("/reception/manifest.webmanifest").json()
        self.assertEqual(manifest["start_url"], "/reception")
        for icon in manifest["icons"]:
            self.assertEqual(self.url_open(icon["src"]).status_code, 200)

    def test_a_terminal_s_account_goes_nowhere_else(self):
        user = self.terminal()
        for place in ("/my/account", "/my/security", "/my", "/odoo", "/"):
            with self.subTest(place):
                answer = self.url_open(place)
                self.assertTrue(answer.url.endswith("/reception"), answer.url)
        self.url_open(
            "/my/security",
            data={"op": "password", "old": "till_page", "new1": "x", "new2": "x"},
        )
        self.url_open("/my/address/submit", data={"email": "eve@example.com"})
        self.env.invalidate_all()
        self.assertNotEqual(user.email, "eve@example.com")
        self.authenticate("till_page", "till_page")  # with the password of before

    def test_nor_by_calls(self):
        user = self.terminal()
        answer = self.make_jsonrpc_request_raw(
            "/web/dataset/call_kw",
            {
                "model": "res.users",
                "method": "write",
                "args": [user.ids, {"email": "eve@example.com"}],
                "kwargs": {},
            },
        )
        self.assertEqual(answer["error"]["data"]["name"], "odoo.exceptions.AccessError")
        self.assertNotEqual(user.email, "eve@example.com")

    def make_jsonrpc_request_raw(self, place, params):
        body = {"jsonrpc": "2.0", "method": "call", "params": params}
        return self.url_open(place, json=body).json()

    def test_nor_past_the_door(self):
        """XML-RPC asks for the password at each call and knows no page."""
        user = self.terminal()
        self.assertEqual(user.with_user(user)._terminal_page(), "/reception")
        with self.assertRaises(AccessError):
            user.with_user(user).write({"email": "eve@example.com"})
        with self.assertRaises(AccessError):
            user.with_user(user).change_password("till_page", "another")

    def test_a_member_keeps_their_own_pages(self):
        mail_new_test_user(self.env, login="member_own", groups="base.group_portal")
        self.authenticate("member_own", "member_own")
        self.assertEqual(self.url_open("/my/security").status_code, 200)
