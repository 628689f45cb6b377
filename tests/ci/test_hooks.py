"""The hooks for pre-commit, installed from a repository and run by `git commit`."""

import shutil

from ruamel.yaml import YAML
from support import ROOT, Case


class Hooks(Case):
    def setUp(self):
        super().setUp()
        self.environment["PRE_COMMIT_HOME"] = str(self.folder / "pre-commit")
        self.new_project()
        self.hooks = self.folder / "hooks"
        (self.hooks / "ci").mkdir(parents=True)
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", self.hooks)
        shutil.copytree(ROOT / "ci/hooks", self.hooks / "ci/hooks")
        for words in [["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "Begin"]]:
            self.git(*words, cwd=self.hooks)
        example = (ROOT / "examples/ci/pre-commit-config.yaml").read_text()
        example = example.replace("https://git.contoso.com/tools/handback", str(self.hooks))
        example = example.replace("v0.1.0", self.git("rev-parse", "HEAD", cwd=self.hooks))
        self.write(".pre-commit-config.yaml", example)
        self.commit("Use hooks")
        done = self.run_words(["pre-commit", "install"], cwd=self.project)
        self.assertEqual(done.returncode, 0, done.all)

    def try_to_commit(self):
        return self.run_words(["git", "commit", "--message", "Try"], cwd=self.project)

    def refused(self, words):
        before = self.git("rev-parse", "HEAD")
        done = self.try_to_commit()
        self.assertNotEqual(done.returncode, 0, done.all)
        self.assertIn(words, done.all)
        self.assertEqual(self.git("rev-parse", "HEAD"), before)
        return done

    def test_a_new_page_is_not_committed_without_what_belongs_to_it(self):
        self.write("source-docs/chairs.md", "# Chairs\n")
        self.git("add", "source-docs")
        done = self.refused("localized-docs/fr-FR/chairs.md")
        self.assertIn("locales/fr-FR/chairs.page.yaml", done.all)
        # Now everything is there, and still not part of the commit.
        self.refused("Add them: git add -A -- locales localized-docs")
        self.git("add", "--all", "--", "locales", "localized-docs")
        self.assertEqual(self.try_to_commit().returncode, 0)
        self.assertEqual(self.git("status", "--porcelain"), "")

    def test_a_change_is_not_committed_without_what_follows_from_it(self):
        self.write("source-docs/lamps.md", "# Lamps\n\nA lamp gives much light.\n")
        self.git("add", "source-docs")
        self.refused("handback sync")
        self.git("add", "--all", "--", "locales", "localized-docs")
        self.assertEqual(self.try_to_commit().returncode, 0)

    def test_a_commit_that_only_removes_a_page_is_looked_at_too(self):
        self.write("source-docs/chairs.md", "# Chairs\n")
        self.sync()
        self.commit_all_without_hooks()
        self.git("rm", "--quiet", "source-docs/chairs.md")
        self.refused("handback sync")

    def test_a_commit_of_something_else_passes(self):
        self.write("notes.txt", "Buy lamps.\n")
        self.git("add", "notes.txt")
        done = self.try_to_commit()
        self.assertEqual(done.returncode, 0, done.all)

    def test_a_broken_resource_is_not_committed(self):
        self.write("locales/fr-FR/lamps.ftl", "lamps = { $nobody\n")
        self.git("add", "--all")
        self.refused("handback check")

    def commit_all_without_hooks(self):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--message", "Without hooks")


class Manifest(Case):
    def test_hooks_with_an_installed_program_do_the_same(self):
        hooks = {hook["id"]: hook for hook in YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text())}
        for name in ["handback-sync", "handback-check"]:
            built, installed = hooks[name], hooks[f"{name}-installed"]
            self.assertEqual((built["language"], installed["language"]), ("rust", "system"))
            for key in ["entry", "pass_filenames", "always_run"]:
                self.assertEqual(built[key], installed[key], name)
