"""stubllm, which speaks the protocol of OpenAI's chat completions, with answers of ours."""

import json

import support

KEY = {"OPENAI_API_KEY": "sk-stub-secret"}
# Texts of the sample as handback sends them, by how they begin, and their translations: the words of neighbors are in the hints.
SPANISH = {
    "The log of": "El registro de Fabrikam Archive",
    "The server listens on": 'El servidor escucha en el puerto 8443 (<x id="0">`https`</x>); su <g id="1">registro</g> va a '
    '<x id="2">`/var/log/fabrikam`</x>.',
    "Ask ": 'Pida la contraseña al <g id="0">equipo del archivo</g>.',
    "A record with": "Se rechaza un registro con 2 &lt; 3 partes &amp; sin fecha.",
    "Wait ": "Espere 15 minutos antes de buscar el primer archivo.",
}


def run():
    programs = support.python_packages("openai", "stubllm==0.1.5")
    fixtures = support.SCRATCH / "openai" / "answers.json"
    fixtures.write_text(json.dumps({"fixtures": [*spanish(), *french()]}))
    port = support.free_port()
    command = [programs / "stubllm", "serve", "--port", str(port), "--fixture-file", fixtures]
    with support.running("openai", command, "/health", port) as server:
        provider = {"type": "openai", "url": f"{server.url}/v1", "model": "stub"}
        project = support.Project("openai", "project", "fabrikam-log", ["es-ES"], provider)
        texts = support.check_translated(project, "openai", **KEY)
        check_calls(server, {"es-ES whole": 3, "es-ES The server listens on": 1})
        project = support.Project("openai", "refused", "fabrikam-log", ["fr-FR"], provider)
        report = project.translate(expected=2, **KEY)
        support.check("refuses every text" in str(report["errors"]), f"no clear error: {report['errors']}")
        project.check_drafts("fr-FR", "openai", 0)
        check_calls(server, {"fr-FR whole": 4, "fr-FR single": 4})
    return texts


def check_calls(server, expected):
    calls = json.loads(server.ask("/_stats")[1])["fixture_call_counts"]
    for name, count in expected.items():
        support.check(calls.get(name) == count, f"`{name}` was asked {calls.get(name)} times, not {count}: {calls}")
    support.check("__fallback__" not in calls, f"a request fits no answer: {calls}")


def spanish():
    """Too many requests, a failure, then an answer out of order in which one text has lost its code."""
    segments = [{"id": id, "text": text} for id, text in enumerate(SPANISH.values())]
    segments[1]["text"] = segments[1]["text"].replace('<x id="2">`/var/log/fabrikam`</x>', "su carpeta")
    passing = [{"http_status": 429, "error_message": "slow down"}, {"http_status": 500}]
    yield fixture("es-ES", "whole", '"id":1', sequence=[*passing, {"content": answer(segments[::-1])}])
    for words, text in SPANISH.items():
        yield fixture("es-ES", words, f'"text":"{words}', response={"content": answer([{"id": 0, "text": text}])})


def french():
    """An answer that is cut off, then for single texts one that is no translation."""
    yield fixture("fr-FR", "whole", '"id":1', response={"content": "{}", "finish_reason": "length"})
    yield fixture("fr-FR", "single", '"id":0', response={"content": "I cannot help with that."})


def answer(segments):
    return json.dumps({"segments": segments}, ensure_ascii=False)


def fixture(locale, name, words, **answers):
    """An answer to requests with the model and the key, for this locale, and with these words."""
    messages = [{"role": "system", "content": {"contains": f"into {locale}"}},
                {"role": "user", "content": {"contains": words}}]
    match = {"endpoint": "/v1/chat/completions", "model": "stub", "messages": messages}
    match["headers"] = {"authorization": f"Bearer {KEY['OPENAI_API_KEY']}"}
    return {"name": f"{locale} {name}", "match": match} | answers
