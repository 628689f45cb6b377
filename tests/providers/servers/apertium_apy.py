"""apertium-apy, Apertium's own web service, with the pairs that are installed."""

import support


def run():
    data = support.apertium_modes("eng-spa", "eng-cat", "cat-fra")
    programs = support.python_packages("apertium-apy", "apertium-apy==0.13.0", "tornado==6.5.2", dependencies=False)
    launcher = support.HERE / "launchers" / "apertium_apy_on_loopback.py"
    port = support.free_port()
    command = [programs / "python", launcher, "--port", str(port), data]
    with support.running("apertium-apy", command, "/listPairs", port) as server:
        provider = {"type": "apertium", "url": server.url}
        # There is a pair for Spanish; French takes two, by way of Catalan.
        project = support.Project("apertium-apy", "project", "contoso-notes", ["es-ES", "fr-FR"], provider)
        texts = support.check_translated(project, "apertium")
        check_refusal(provider)
    return texts


def check_refusal(provider):
    """A language that the server does not have is an error, and nothing is written."""
    project = support.Project("apertium-apy", "refused", "fabrikam-log", ["ja-JP"], provider)
    errors = project.translate(expected=2)["errors"]
    support.check(errors, "a language that the server does not have is no error")
    project.check_drafts("ja-JP", "apertium", 0)
