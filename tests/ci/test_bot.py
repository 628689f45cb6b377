"""The bot: what a night's sync brought is one pull request that lists it, and what people committed to its branch stays."""

from support import Case, GitHub

CONFIGURATION = "locales: [fr-FR, qps-ploc]\ntranslate: {locales: {qps-ploc: pseudo}}\nproviders: {pseudo: {type: pseudo}}\n"


class Bot(Case):
    def setUp(self):
        super().setUp()
        self.github = GitHub(self)
        self.new_project(CONFIGURATION)
        self.origin = self.folder / "origin.git"
        self.git("init", "--quiet", "--bare", self.origin, cwd=self.folder)
        self.git("remote", "add", "origin", self.origin)
        self.git("push", "--quiet", "origin", "main")
        self.text = self.folder / "drafts.md"

    def night(self):
        """One run in a fresh clone."""
        self.project = self.folder / f"clone-{len(list(self.folder.glob('clone-*')))}"
        self.git("clone", "--quiet", self.origin, self.project, cwd=self.folder)
        done = self.run_script("ci/bot/sync.sh", cwd=self.project, TEXT=self.text)
        self.assertEqual(done.returncode, 0, done.all)
        done = self.run_script(
            "ci/bot/propose.sh",
            cwd=self.project,
            TEXT=self.text,
            GH_TOKEN="secret-token",
            BRANCH="handback/drafts",
            BASE="main",
            GITHUB_REPOSITORY="tools/docs",
            GITHUB_API_URL=self.github.address,
        )
        self.assertEqual(done.returncode, 0, done.all)
        return done

    def author_writes(self, name, text):
        self.project = self.folder / "project"
        self.git("pull", "--quiet", "--ff-only", "origin", "main")
        self.write(name, text)
        self.commit(f"Write {name}")
        self.git("push", "--quiet", "origin", "main")

    def branch(self):
        return self.git("rev-parse", "--verify", "--quiet", "handback/drafts", cwd=self.origin)

    def test_where_nothing_changed_nothing_is_proposed(self):
        self.assertEqual(self.night().stdout, "Nothing changed.\n")
        self.assertEqual((self.github.pulls, self.text.read_text()), ([], "No translation came.\n"))

    def test_drafts_come_in_one_pull_request_that_lists_them(self):
        self.author_writes("source-docs/chairs.md", "# Chairs | @team\n\nA chair has [legs](lamps.md).\n")
        done = self.night()
        (pull,) = self.github.pulls
        self.assertEqual((pull["head"], pull["base"]), ("handback/drafts", "main"))
        self.assertTrue(pull["body"].startswith("2 translations came: 2 from `mt:pseudo`."), pull["body"])
        self.assertIn("\n### qps-ploc\n", pull["body"])
        self.assertIn("| Chairs &#124; &#64;team |", pull["body"])
        self.assertIn("A chair has &#91;legs&#93;", pull["body"])
        self.assertEqual(self.outputs(), {"drafts": "2", "code": "0", "address": pull["html_url"]})
        self.assertIn(pull["html_url"], done.stdout)
        files = self.git("show", "--name-only", "--format=", "handback/drafts", cwd=self.origin).splitlines()
        self.assertIn("localized-docs/qps-ploc/chairs.md", files)

        first = self.branch()
        self.author_writes("source-docs/tables.md", "# Tables\n")
        self.night()
        (pull,) = self.github.pulls
        self.assertTrue(pull["body"].startswith("3 translations came"), pull["body"])
        self.assertNotEqual(self.branch(), first)

    def test_what_somebody_committed_to_the_branch_stays(self):
        self.author_writes("source-docs/chairs.md", "# Chairs\n")
        self.night()
        self.git("checkout", "--quiet", "-B", "review", "HEAD")
        self.write("locales/qps-ploc/chairs.ftl", (self.project / "locales/qps-ploc/chairs.ftl").read_text() + "\n# a person was here\n")
        self.commit("Review")
        self.git("push", "--quiet", "origin", "HEAD:handback/drafts")
        reviewed = self.branch()
        self.author_writes("source-docs/tables.md", "# Tables\n")
        done = self.night()
        self.assertIn("::warning title=handback::handback/drafts has commits by Ada Adatum", done.stdout)
        self.assertEqual(self.branch(), reviewed)

    def test_a_long_list_is_cut_and_counted(self):
        self.author_writes("source-docs/many.md", "".join(f"Lamp {'very ' * 60} {number}.\n\n" for number in range(100)))
        self.night()
        body = self.github.pulls[0]["body"]
        self.assertLess(len(body), 65536)
        self.assertIn("100 translations came", body)
        self.assertTrue(body.endswith("40 more are in the files.\n"), body[-200:])

    def test_a_project_that_cannot_be_read_stops_it(self):
        self.author_writes("handback.yaml", "locals: [fr-FR]\n")
        done = self.run_script("ci/bot/sync.sh", cwd=self.project, TEXT=self.text)
        self.assertEqual(done.returncode, 2, done.all)

    def test_texts_that_a_machine_could_not_translate_are_named(self):
        self.author_writes(
            "handback.yaml",
            "locales: [fr-FR, qps-ploc]\ntranslate: {locales: {qps-ploc: pseudo, fr-FR: broken}}\n"
            "providers: {pseudo: {type: pseudo}, broken: {type: command, command: ['false']}}\n",
        )
        self.author_writes("source-docs/chairs.md", "# Chairs\n\nA chair.\n")
        self.environment["HANDBACK_TRUST"] = "1"
        self.night()
        self.assertEqual(self.outputs()["code"], "2", "the job fails, but only once what came is proposed")
        body = self.github.pulls[0]["body"]
        self.assertIn("from `mt:pseudo`", body)
        self.assertIn("Problems of this run", body)
        self.assertIn("the service refuses every text", body)
