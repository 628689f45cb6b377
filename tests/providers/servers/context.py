"""aimock, which speaks the protocol of OpenAI's chat completions and keeps what it was asked: what a model gets with a text.

A person's translation goes stale, and the model is to edit it. What was asked lies in target/providers/context/requests.json,
to be read.
"""

import json

import support

KEY = {"OPENAI_API_KEY": "sk-aimock-secret"}
ENGLISH = {
    "ask": "Ask [the team of the archive](https://archive.fabrikam.example/team) for the password.",
    "wait": "Wait 15 minutes before you look for the first file.",
}
FRENCH = {
    "the-log-of-fabrikam-archive": "Le journal de Fabrikam Archive",
    "the-server-listens-on-port-8443": "Le serveur écoute sur le port 8443 (`https`) ; son **journal** va dans `/var/log/fabrikam`.",
    "ask-the-team-of-the-archive": "Demandez le mot de passe à [l’équipe de l’archive](https://archive.fabrikam.example/team).",
    "a-record-with-2": "Un enregistrement de 2 < 3 parties & sans date est refusé.",
    "wait-15-minutes-before-you-look": "Attendez 15 minutes avant de chercher le premier fichier.",
}
EDITED = "Un enregistrement de 2 &lt; 3 parties &amp; sans auteur est refusé."
REWORDED = "On n’accepte jamais 2 &lt; 3 parties &amp; rien qui soit anonyme."


def run():
    programs = support.node_packages("context", "@copilotkit/aimock@1.43.0")
    for name, answers, calls, reworded in [("edited", [EDITED], 1, False), ("reworded", [REWORDED, REWORDED], 2, True)]:
        fixtures = support.SCRATCH / "context" / f"{name}.json"
        fixtures.write_text(json.dumps({"fixtures": [fixture(at, text) for at, text in enumerate(answers)]}))
        port = support.free_port()
        command = [programs / "llmock", "-p", str(port), "-f", fixtures, "--strict", "--log-level", "warn"]
        with support.running("context", command, "/health", port) as server:
            provider = {"type": "openai", "url": f"{server.url}/v1", "model": "stub"}
            project = stale(name, provider)
            report = project.translate(**KEY)["locales"]["fr-FR"]
            support.check(report["translated"] == 1, f"one text is to be drafted: {report}")
            asked = [entry["body"] for entry in json.loads(server.ask("/__aimock/journal")[1])]
        support.check(len(asked) == calls, f"{name}: the model was asked {len(asked)} times, not {calls}")
        (support.SCRATCH / "context" / "requests.json").write_text(json.dumps(asked, ensure_ascii=False, indent=2))
        check_request(asked[0])
        check_draft(project, reworded)
    return 2


def stale(name, provider):
    """A project whose translation of one text was made from an earlier English, with all that a translator could know."""
    project = support.Project("context", name, "fabrikam-log", ["fr-FR"], provider)
    locale = project.folder / "locales" / "fr-FR"
    resource = "\n".join(f"{id} = {text}" for id, text in FRENCH.items())
    (locale / "fabrikam-log.ftl").write_text(f"{resource}\n")
    (locale / "glossary.yaml").write_text(
        "version: 1\nterms:\n- {term: record, translation: enregistrement, definition: an entry of the log, note: never “dossier”}\n"
    )
    (locale / "style.md").write_text("Say “vous”.\n")
    project.sync()
    page = project.folder / "source-docs" / project.page
    note = "<!-- handback:note Said to administrators. -->\n"
    text = page.read_text().replace("no date", "no author").replace("- A record", f"{note}- A record")
    page.write_text(text)
    project.sync()
    return project


def check_request(body):
    system, user = (message["content"] for message in body["messages"])
    for said in ["into fr-FR", "“record” is “enregistrement” (an entry of the log; never “dossier”)", "edit it", "Say “vous”."]:
        support.check(said in system, f"the instructions lack {said!r}: {system}")
    segments = json.loads(user)["segments"]
    stale = [segment for segment in segments if "previous" in segment.get("hints", {})]
    support.check(len(stale) == 1, f"one text has a previous translation: {segments}")
    hints = stale[0]["hints"]
    expected = {
        "place": "fabrikam-log.md, The log of Fabrikam Archive (list-item)",
        "note": "Said to administrators.",
        "before": {"english": ENGLISH["ask"], "translation": FRENCH["ask-the-team-of-the-archive"]},
        "after": {"english": ENGLISH["wait"], "translation": FRENCH["wait-15-minutes-before-you-look"]},
        "previous": {
            "english": "A record with 2 &lt; 3 parts &amp; no date is refused.",
            "change": "A record with 2 &lt; 3 parts &amp; no [-date-]{+author+} is refused.",
            "translation": "Un enregistrement de 2 &lt; 3 parties &amp; sans date est refusé.",
        },
    }
    for name, value in expected.items():
        support.check(hints.get(name) == value, f"{name}: {json.dumps(hints.get(name), ensure_ascii=False)}")
    support.check("sk-aimock" not in json.dumps(body), "the key is in the body of the request")


def check_draft(project, reworded):
    """The draft is beside the person's translation, and says if a machine changed more than it was asked for."""
    state = (project.folder / "locales" / "fr-FR" / "fabrikam-log.yaml").read_text()
    words = "anonyme" if reworded else "sans auteur"
    support.check("draft:" in state and words in state, f"no draft beside the stale translation: {state}")
    support.check(("reworded: true" in state) == reworded, f"`reworded` is not {reworded}: {state}")
    resource = (project.folder / "locales" / "fr-FR" / "fabrikam-log.ftl").read_text()
    support.check("sans date est refusé" in resource, "the person's translation is gone")


def fixture(at, text):
    """The answer to the request with this number, counted from 0."""
    match = {"endpoint": "chat", "model": "stub", "userMessage": '"previous"', "sequenceIndex": at}
    return {"match": match, "response": {"content": json.dumps({"segments": [{"id": 0, "text": text}]}, ensure_ascii=False)}}
