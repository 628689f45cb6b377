"""Prism, which validates every request against what DeepL documents, and answers each with one example."""

import time

import support

KEY = {"DEEPL_AUTH_KEY": "0c1d2e3f-secret:fx"}
ANSWER = "La escucha del servidor está en el puerto 8443 (`https`); su **registro** queda en `/var/log/fabrikam`."
# The variants that DeepL tells apart, and some that it does not.
LOCALES = ["de-DE", "en-GB", "es-419", "es-ES", "fr-CA", "fr-FR", "ja-JP", "nb-NO", "pt-BR", "pt-PT", "zh-CN", "zh-TW"]


def run():
    programs = support.node_packages("deepl", "@stoplight/prism-cli@5.14.2")
    port = support.free_port()
    description = support.HERE / "servers" / "deepl.openapi.yaml"
    command = [programs / "prism", "mock", "--errors", "--host", "127.0.0.1", "--port", str(port), description]
    with support.running("deepl", command, "/", port) as server:
        check_validation(server)
        check_requests(server, taken=0, refused=3)
        texts = check_locales(server)
        check_requests(server, taken=len(LOCALES), refused=3)
        texts += check_example(server)
        # Five texts in one request, then in smaller and smaller ones: 5, 2, 1, 1, 3, 1, 2, 1, 1.
        check_requests(server, taken=len(LOCALES) + 9, refused=3)
        check_refusals(server)
    return texts


def check_validation(server):
    """Prism does refuse what DeepL does not document."""
    for body, key in [({"text": ["a"], "target_lang": "ES", "tags": "xml"}, "DeepL-Auth-Key k"),
                      ({"text": "a", "target_lang": "ES"}, "DeepL-Auth-Key k"),
                      ({"text": ["a"], "target_lang": "ES"}, "Bearer k")]:
        status, text = server.ask("/v2/translate", body, {"Authorization": key})
        support.check(status == 422, f"Prism takes {body} with {key}: {status} {text}")


def check_locales(server):
    """One text, which the example translates: languages, a formality and a glossary are as documented."""
    provider = {"type": "deepl", "url": server.url, "formality": "prefer_more"}
    provider["glossaries"] = {"de-DE": "7b1f9a5c-2d3e-4f60-8a91-b2c3d4e5f607"}
    project = support.Project("deepl", "locales", "fabrikam-port", LOCALES, provider)
    return support.check_translated(project, "deepl", **KEY)


def check_example(server):
    """Several texts get one answer, then each alone the same: it fits one text, and is refused for the others."""
    provider = {"type": "deepl", "url": server.url}
    project = support.Project("deepl", "example", "fabrikam-log", ["es-ES"], provider)
    report = project.translate(expected=1, **KEY)
    drafts = report["locales"]["es-ES"]
    counts = [drafts[name] for name in ("needed", "translated", "flawed", "left")]
    support.check(counts == [5, 1, 4, 0], f"needed, translated, flawed, left: {counts}")
    support.check(len(report["findings"]) == 4, f"not one finding for each text: {report['findings']}")
    project.check_drafts("es-ES", "deepl", 1)
    support.check(list(project.messages("es-ES").values()) == [ANSWER], "the translation is not the example")
    project.sync()
    project.check_page("es-ES")
    return 5


def check_refusals(server):
    """Without a key nothing is sent; what the service refuses is an error that shows no key."""
    provider = {"type": "deepl", "url": server.url}
    project = support.Project("deepl", "refused", "fabrikam-log", ["es-ES"], provider)
    log = server.log()
    said = str(project.translate(expected=2)["errors"])
    support.check("DEEPL_AUTH_KEY" in said and server.log() == log, f"without a key: {said}")
    project.configure(provider | {"languages": {"es-ES": "XX"}})
    said = str(project.translate(expected=2, **KEY)["errors"])
    support.check("422" in said, f"what the service said is not shown: {said}")
    project.check_drafts("es-ES", "deepl", 0)


def check_requests(server, taken, refused):
    """So many requests were valid so far, and so many not, by Prism's log, which lags behind its answers."""
    for _ in range(50):
        log = server.log()
        counts = log.count("passed the validation rules"), log.count("/v2/translate ✖")
        if counts == (taken, refused):
            return
        time.sleep(0.1)
    raise support.Failed(f"requests valid and not: {counts}, not {(taken, refused)}: see {server.log_file}")
