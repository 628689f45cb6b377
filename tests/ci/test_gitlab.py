"""The script of the GitLab template, run by `sh` as a job runs it."""

import json
import re
from xml.etree import ElementTree

from ruamel.yaml import YAML
from support import ROOT, Case


def template():
    """The header, and the jobs with the defaults of the inputs in their places."""
    text = (ROOT / "ci/gitlab/handback.yml").read_text()
    header, jobs = list(YAML(typ="safe").load_all(re.sub(r"\$\[\[ inputs\.(\w+) \]\]", r"\1", text)))
    return header["spec"]["inputs"], jobs


class GitLab(Case):
    def setUp(self):
        super().setUp()
        self.new_project("locales: [fr-FR]\nfail_on: [missing]\n")
        _, jobs = template()
        (self.script,) = jobs["handback"]["script"]
        self.reports = self.project / "handback-reports"

    def job(self, **environment):
        values = {"CI_PROJECT_DIR": self.project, "HANDBACK_DIRECTORY": ".", "HANDBACK_ARGUMENTS": ""}
        return self.run_words(["sh", "-ec", self.script], cwd=self.project, **(values | environment))

    def test_the_default_branch_is_checked_as_a_whole(self):
        done = self.job()
        self.assertEqual(done.returncode, 1, done.all)
        findings = json.loads((self.reports / "code-quality.json").read_text())
        self.assertIn("source-docs/lamps.md", {finding["location"]["path"] for finding in findings})
        self.assertTrue(ElementTree.parse(self.reports / "junit.xml").findall(".//failure"))
        self.assertFalse((self.reports / "drift.html").exists())
        self.assertIn("error[missing]", done.stdout)

    def test_a_merge_request_answers_for_what_it_touches(self):
        base = self.git("rev-parse", "HEAD")
        done = self.job(CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        self.assertEqual(done.returncode, 0, done.all)
        self.write("source-docs/chairs.md", "# Chairs\n")
        self.sync()
        done = self.job(CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        self.assertEqual(done.returncode, 1, done.all)
        paths = {finding["location"]["path"] for finding in json.loads((self.reports / "code-quality.json").read_text())}
        self.assertEqual(paths, {"source-docs/chairs.md"})
        self.assertIn("Chairs", (self.reports / "drift.html").read_text())

    def test_arguments_are_separated_and_no_patterns(self):
        self.assertEqual(self.job(HANDBACK_ARGUMENTS="--fail-on junk").returncode, 0)
        done = self.job(HANDBACK_ARGUMENTS="*")
        self.assertEqual(done.returncode, 2, done.all)
        self.assertIn("*", done.stderr)

    def test_a_project_in_a_folder_is_found(self):
        done = self.job(HANDBACK_DIRECTORY="source-docs")
        self.assertEqual(done.returncode, 1, done.all)
        self.assertTrue((self.reports / "code-quality.json").exists())

    def test_a_project_that_cannot_be_read_fails(self):
        self.write("handback.yaml", "locals: [fr-FR]\n")
        self.assertEqual(self.job().returncode, 2)

    def test_every_input_is_used_and_declared(self):
        text = (ROOT / "ci/gitlab/handback.yml").read_text()
        self.assertEqual(set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", text)), set(template()[0]))
