"""The scripts of action.yml, as steps of a workflow run them."""

import json
import shutil
import time

from support import Case, GitHub


class Check(Case):
    def setUp(self):
        super().setUp()
        self.new_project("locales: [fr-FR]\nfail_on: [missing, junk]\n")

    def check(self, **environment):
        return self.run_script("ci/github/check.sh", cwd=self.project, **environment)

    def test_findings_are_annotations_a_summary_and_a_log_for_code_scanning(self):
        done = self.check(SARIF=self.folder / "log.sarif")
        self.assertEqual(done.returncode, 1, done.all)
        self.assertIn("::error file=source-docs/lamps.md,line=1,", done.stdout)
        self.assertIn("handback check", (self.folder / "summary").read_text())
        self.assertEqual(self.outputs(), {"code": "1"})
        log = json.loads((self.folder / "log.sarif").read_text())
        self.assertEqual({result["ruleId"] for result in log["runs"][0]["results"]} & {"missing"}, {"missing"})

    def test_a_pull_request_answers_for_what_it_touches(self):
        self.git("branch", "base")
        self.git("update-ref", "refs/remotes/origin/main", "base")
        done = self.check(BASE="main")
        self.assertEqual((done.returncode, self.outputs()), (0, {"code": "0"}), done.all)
        self.write("source-docs/chairs.md", "# Chairs\n")
        self.sync()
        self.commit("Write about chairs")
        done = self.check(BASE="main")
        self.assertEqual(done.returncode, 1, done.all)
        self.assertIn("chairs.md", done.stdout)
        self.assertNotIn("lamps.md", done.stdout)
        self.assertIn("lamps.md", self.check(BASE="main", SINCE="all").stdout)
        self.assertNotIn("chairs.md", self.check(BASE="main", SINCE="HEAD").stdout)

    def test_the_next_check_goes_by_what_this_one_knew(self):
        shutil.rmtree(self.project / ".handback")
        # A check leaves nothing where files are as young as that.
        time.sleep(0.1)
        self.check()
        self.assertFalse((self.project / ".handback").exists(), "a person who only looks leaves nothing")
        first = self.check(CI="true")
        self.assertTrue((self.project / ".handback/stamps").exists(), first.all)
        other = self.folder / "checkout"
        shutil.copytree(self.project, other)
        again = self.run_script("ci/github/check.sh", cwd=other, CI="true")
        self.assertEqual((again.returncode, again.stdout), (first.returncode, first.stdout))

    def test_arguments_are_passed_on(self):
        self.assertEqual(self.check(ARGUMENTS="--fail-on junk\n  --quiet").returncode, 0)

    def test_a_project_that_cannot_be_read_is_no_finding(self):
        self.write("handback.yaml", "locals: [fr-FR]\n")
        done = self.check(SARIF=self.folder / "log.sarif")
        self.assertEqual((done.returncode, self.outputs()), (2, {"code": "2"}), done.all)
        self.assertFalse((self.folder / "log.sarif").exists())


class Comment(Case):
    def setUp(self):
        super().setUp()
        self.github = GitHub(self)
        self.text = self.folder / "text.md"
        self.text.write_text("### Translations: 1 new\n")

    def comment(self, state="drift", **environment):
        return self.run_script(
            "ci/github/comment.sh",
            self.text,
            state,
            **{
                "GH_TOKEN": "secret-token",
                "GITHUB_API_URL": self.github.address,
                "GITHUB_REPOSITORY": "tools/docs",
                "NUMBER": 7,
                "MARKER": "docs",
            }
            | environment,
        )

    def bodies(self):
        return [comment["body"] for comment in self.github.comments]

    def test_it_is_written_once_and_updated_ever_after(self):
        self.github.add_comment("Looks good to me.", "grace", "User")
        done = self.comment()
        self.assertEqual((done.returncode, done.stdout), (0, "Wrote a comment.\n"), done.all)
        self.text.write_text("### Translations: 2 new\n")
        done = self.comment()
        self.assertEqual((done.returncode, done.stdout), (0, "Updated comment 1001.\n"), done.all)
        self.text.write_text("### Translations: no drift\n")
        self.assertEqual(self.comment("clean").returncode, 0)
        self.assertEqual(self.bodies(), ["Looks good to me.", "<!-- handback: docs -->\n### Translations: no drift\n"])

    def test_where_nothing_is_stale_nothing_is_written(self):
        done = self.comment("clean")
        self.assertEqual((done.returncode, self.bodies()), (0, []), done.all)

    def test_a_project_in_another_folder_has_a_comment_of_its_own(self):
        self.comment()
        self.comment(MARKER="handbook")
        self.assertEqual([body.splitlines()[0] for body in self.bodies()], ["<!-- handback: docs -->", "<!-- handback: handbook -->"])

    def test_a_comment_of_somebody_else_is_left_alone(self):
        quoted = "<!-- handback: docs -->\nWhat does this mean?"
        self.github.add_comment(quoted, "grace", "User")
        self.assertEqual(self.comment().returncode, 0)
        self.assertEqual(len(self.bodies()), 2)
        self.assertEqual(self.bodies()[0], quoted)

    def test_a_token_of_a_person_finds_the_comment_of_that_person(self):
        self.github.user = {"login": "ada"}
        self.github.add_comment("<!-- handback: docs -->\nold, by a program")
        self.github.add_comment("<!-- handback: docs -->\nold", "ada", "User")
        self.assertEqual(self.comment().returncode, 0)
        self.assertEqual([body.splitlines()[1] for body in self.bodies()], ["old, by a program", "### Translations: 1 new"])

    def test_it_is_found_behind_a_hundred_others(self):
        for number in range(130):
            self.github.add_comment(f"number {number}", "grace", "User")
        self.comment()
        self.comment()
        self.assertEqual(len(self.bodies()), 131)

    def test_a_token_that_may_not_write_is_no_failure(self):
        self.github.refuse = {"POST": 403}
        done = self.comment()
        self.assertEqual(done.returncode, 0, done.all)
        self.assertIn("::warning title=handback::cannot comment on pull request 7 (403)", done.stdout)
        self.assertEqual(self.comment(GH_TOKEN="another").returncode, 0)
        self.assertEqual(self.bodies(), [])

    def test_an_api_that_fails_is_a_failure(self):
        self.github.refuse = {"POST": 422}
        done = self.comment()
        self.assertEqual(done.returncode, 1, done.all)
        self.assertIn("the API answered 422", done.stdout)

    def test_the_token_is_shown_nowhere(self):
        self.program("curl", '#!/bin/sh\nprintf "%s\\n" "$@" >>"$HOME/arguments"\nexec /usr/bin/curl "$@"\n')
        done = self.comment()
        self.assertEqual(self.bodies()[0].splitlines()[0], "<!-- handback: docs -->")
        self.assertNotIn("secret-token", done.all + (self.folder / "arguments").read_text())


class Fork(Case):
    """What a run for a fork leaves, and the workflow that comments afterwards makes of it."""

    def setUp(self):
        super().setUp()
        self.github = GitHub(self)
        self.text = self.folder / "text.md"
        self.text.write_text("### Translations: 1 new\n")
        self.left = self.folder / "left"

    def leave(self, name="check", drift="drift"):
        done = self.run_script("ci/github/leave.sh", self.text, self.left / name, NUMBER=7, MARKER="docs", DRIFT=drift)
        self.assertEqual(done.returncode, 0, done.all)

    def relay(self, **environment):
        known = {"FOLDER": self.left, "HEAD": "a" * 40, "GH_TOKEN": "secret-token", "GITHUB_REPOSITORY": "tools/docs"}
        return self.run_script("ci/comment/relay.sh", **known | {"GITHUB_API_URL": self.github.address} | environment)

    def test_it_becomes_the_one_comment(self):
        self.leave()
        done = self.relay()
        self.assertEqual((done.returncode, done.stdout), (0, "Wrote a comment.\nArtifacts: 1\n"), done.all)
        self.text.write_text("### Translations: no drift\n")
        self.leave(drift="clean")
        self.assertEqual(self.relay().returncode, 0)
        self.assertEqual([one["body"] for one in self.github.comments], ["<!-- handback: docs -->\n### Translations: no drift\n"])

    def test_it_goes_to_no_other_pull_request(self):
        self.leave()
        self.github.head = "b" * 40
        done = self.relay()
        self.assertEqual(done.returncode, 0, done.all)
        self.assertIn("::warning title=handback::pull request 7 is not at", done.stdout)
        (self.left / "check/number").write_text("7/../8\n")
        self.assertIn("names no pull request", self.relay().stdout)
        (self.left / "check/number").write_text("8\n")
        self.assertIn("cannot look at pull request 8 (404)", self.relay().stdout)
        self.assertEqual(self.github.comments, [])
        self.assertEqual(self.relay(HEAD="main").returncode, 2)

    def test_it_is_not_too_long(self):
        self.text.write_text("x" * 100_000)
        self.leave()
        self.assertEqual(self.relay().returncode, 0)
        self.assertLess(len(self.github.comments[0]["body"]), 65536)

    def test_nothing_left_is_no_failure(self):
        self.assertEqual(self.relay().stdout, "Artifacts: 0\n")


class Drift(Case):
    def setUp(self):
        super().setUp()
        self.new_project()
        self.text = self.folder / "drift.md"

    def drift(self):
        return self.run_script("ci/github/drift.sh", "HEAD", self.text, cwd=self.project)

    def test_it_says_whether_there_is_any(self):
        done = self.drift()
        self.assertEqual((done.returncode, done.stdout), (0, "clean\n"), done.all)
        self.assertIn("no drift", self.text.read_text())
        self.write("source-docs/lamps.md", "# Lamps\n\nA lamp gives light. It needs a switch.\n")
        done = self.drift()
        self.assertEqual((done.returncode, done.stdout), (0, "drift\n"), done.all)
        self.assertIn("It needs a switch.", self.text.read_text())

    def test_a_long_one_is_not_too_long_for_a_comment(self):
        self.write("source-docs/many.md", "".join(f"Lamp {number} is {'very ' * 40}bright ({number}).\n\n" for number in range(600)))
        self.assertEqual(self.drift().stdout, "drift\n")
        text = self.text.read_text()
        self.assertLess(len(text), 65000)
        self.assertGreater(len(text), 50000)

    def test_a_revision_that_is_not_there_is_a_failure(self):
        done = self.run_script("ci/github/drift.sh", "nowhere", self.text, cwd=self.project)
        self.assertEqual(done.returncode, 2, done.all)
