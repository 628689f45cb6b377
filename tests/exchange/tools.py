"""Has the tools of translators open and save files of an export: see tests/exchange/run.

    tools.py HANDBACK REPOSITORY TOOLS FOLDER
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
from translate.storage import factory, xliff2

HANDBACK, ROOT, TOOLS, WORK = map(Path, sys.argv[1:5])
LOCALES = ["fr-FR", "de-DE", "ja-JP"]
EXTENSION = {"xliff2": "xlf", "xliff1": "xlf", "po": "po", "csv": "csv", "tmx": "tmx"}
failures = []


def handback(*args, code=0):
    """Runs a command in the project."""
    command = [HANDBACK, *map(str, args)]
    done = subprocess.run(command, cwd=WORK / "project", capture_output=True, text=True)
    if done.returncode != code:
        sys.exit(f"handback {' '.join(map(str, args))}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def has(program):
    return shutil.which(program) is not None


def project():
    """The bundled sample after a sync."""
    folder = WORK / "project"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for part in ["handback.yaml", "source-docs", "locales"]:
        (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, folder / part)
    handback("sync", "--date", "2026-01-31")


LAMPS = {
    "handback.yaml": """source_locale: en-US
locales: [fr-FR]
variables:
  app: { heading: 1 }
  seats: { row: "Seats", type: number }
  updated: { after: "Last updated on:", type: date }
""",
    **{f"source-docs/{name.lower()}.md": f"""# {name}

| Fact | Value |
|---|---|
| Seats | {seats} |

{name} has {seats} seats. See [the guide](guide.md#limits) and run `az login` **three** times.

Last updated on: March {seats}, 2025

{name} is made by Contoso, and nobody else.

Close the door.
""" for name, seats in [("Lamp", 1), ("Table", 4), ("Chair", 5)]},
}
FRENCH = {
    "terms.ftl": "-contoso = { $case ->\n    [de] de Contoso\n   *[nom] Contoso\n}\n",
    "shared.ftl": """app-has-number-seats-seats-see = { NUMBER($seats) ->
    [one] { $app } a { NUMBER($seats) } place. Voir [le guide](guide.md#limits) et lancez `az login` **trois** fois.
   *[other] { $app } a { NUMBER($seats) } places. Voir [le guide](guide.md#limits) et lancez `az login` **trois** fois.
}
last-updated-on-datetime-updated-datestyle = Dernière mise à jour : { DATETIME($updated, dateStyle: "long") }
app-is-made-by-contoso-and = { $app } est une œuvre { -contoso(case: "de") }, et de personne d’autre.
close-the-door = Fermez la porte.
value = { $kind ->
    [cell] Valeur
   *[other] La valeur
}
""",
    # A wording of one document.
    "chair.ftl": "close-the-door = Fermez la porte (chaise).\n",
}


def lamps():
    """A project with variables, selectors, terms and an override."""
    folder = WORK / "project"
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in LAMPS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    handback("sync", "--date", "2026-01-31")
    for name, text in FRENCH.items():
        (folder / "locales" / "fr-FR" / name).write_text(text, encoding="utf-8")
    handback("sync", "--date", "2026-01-31")


def export(form, locale, *more):
    out = WORK / form
    handback("export", "--format", form, "--locale", locale, "--out", out, "--state", "all", *more)
    return out / f"{locale}.{EXTENSION[form]}"


def imported(path):
    """What an import of a file would change."""
    command = [HANDBACK, "import", path, "--translator", "Ada Adatum", "--dry-run", "--format", "json"]
    done = subprocess.run(command, cwd=WORK / "project", capture_output=True, text=True)
    if done.returncode == 2:
        return {"changes": [], "refused": [done.stderr], "texts": 0, "problems": []}
    return json.loads(done.stdout)


def check(name, condition, said=""):
    print(f"{'ok    ' if condition else 'FAILED'} {name}{'' if condition else ': ' + str(said)[:600]}", flush=True)
    if not condition:
        failures.append(name)


def unchanged(name, path, texts, may_empty=False):
    """A file that a tool saved, and nobody translated, changes nothing, and is read whole."""
    if not path.exists():
        return check(name, False, "the tool wrote no file")
    report = imported(path)
    said = [problem for problem in report["problems"] if not (may_empty and "taken out" in problem["message"])]
    clean = not report["changes"] and not report["refused"] and not said
    check(f"{name}: {report['texts']} texts", clean and report["texts"] == texts, report)


def run(*command, **more):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)
    if done.returncode != 0:
        print(f"{command[0]}: exit code {done.returncode}\n{done.stdout[-400:]}{done.stderr[-800:]}")
    return done


def saved(path, to, change=lambda store: None):
    """translate-toolkit opens a file and saves it."""
    to.parent.mkdir(parents=True, exist_ok=True)
    is_xliff2 = path.parent.name == "xliff2"
    store = xliff2.Xliff2File.parsefile(str(path)) if is_xliff2 else factory.getobject(str(path))
    change(store)
    store.savefile(str(to))
    return to


def validate(form, path):
    schema = TOOLS / "schemas" / {"xliff2": "xliff-core-2.0.xsd", "xliff1": "xliff-core-1.2-strict.xsd"}[form]
    if has("xmllint") and schema.exists():
        done = run("xmllint", "--noout", "--nonet", "--schema", schema, path)
        check(f"{form} {path.stem}: valid by its schema", done.returncode == 0, done.stderr)


def libreoffice(path, *formats):
    """LibreOffice opens a table and saves it in one format after the other."""
    options = "44,34,76,1"
    for step, form in enumerate(formats):
        out = WORK / "office" / str(step)
        target = f"csv:Text - txt - csv (StarCalc):{options}" if form == "csv" else form
        infilter = ["--infilter=Text - txt - csv (StarCalc):" + options] if path.suffix == ".csv" else []
        home = f"-env:UserInstallation=file://{WORK}/office-home"
        run("soffice", home, "--headless", *infilter, "--convert-to", target, "--outdir", out, path, timeout=300)
        path = out / f"{path.stem}.{form}"
    return path


OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>en-US</source_lang><target_lang>{locale}</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
</project></omegat>
"""

MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.1"><header creationtool="OmegaT" creationtoolversion="3.6.0" segtype="paragraph" o-tmf="OmegaT TMX"
 adminlang="EN-US" srclang="en-US" datatype="plaintext"/><body>{units}</body></tmx>
"""


def omegat(paths, locale, translations=(), memory=None):
    """OmegaT makes the translated files of a project from its memory."""
    folder = WORK / "omegat"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ["source", "target", "tm", "glossary", "dictionary", "omegat"]:
        (folder / name).mkdir(parents=True)
    (folder / "omegat.project").write_text(OMEGAT.format(locale=locale))
    for path in paths:
        shutil.copy(path, folder / "source" / path.name)
    if memory:
        shutil.copy(memory, folder / "tm")
    unit = '<tu><tuv lang="en-US"><seg>{}</seg></tuv><tuv lang="{}" changeid="Ada"><seg>{}</seg></tuv></tu>'
    units = "".join(unit.format(english, locale, text) for english, text in translations)
    (folder / "omegat" / "project_save.tmx").write_text(MEMORY.format(units=units))
    config = WORK / "omegat-home"
    done = run("omegat", folder, "--mode=console-translate", f"--config-dir={config}", timeout=600)
    return [folder / "target" / path.name for path in paths], done


def round_trips(locale):
    """Every tool, on files that nobody translated."""
    counts, paths = {}, {}
    for form in EXTENSION:
        paths[form] = export(form, locale)
        counts[form] = imported(paths[form])["texts"]
        unchanged(f"{locale} {form}: as exported", paths[form], counts[form])
        if form in ("xliff2", "xliff1"):
            validate(form, paths[form])
    for form in ["xliff2", "xliff1", "po", "tmx"]:
        to = saved(paths[form], WORK / "toolkit" / form / paths[form].name)
        unchanged(f"{locale} {form}: translate-toolkit", to, counts[form])
    to = WORK / "polib.po"
    polib.pofile(str(paths["po"]), wrapwidth=40).save(str(to))
    unchanged(f"{locale} po: polib, wrapped", to, counts["po"])
    if has("msgcat"):
        for name, options in [("sorted", ["--sort-output"]), ("wrapped", ["--width=30"]), ("bare", ["--no-location"])]:
            run("msgcat", *options, "-o", to, paths["po"])
            unchanged(f"{locale} po: msgcat, {name}", to, counts["po"])
        run("msgcat", "--to-code=UTF-8", "-o", to, paths["po"])
        done = run("msgfmt", "--check", "-o", WORK / "x.mo", paths["po"])
        check(f"{locale} po: msgfmt --check", done.returncode == 0, done.stderr)
    binaries = TOOLS / "venv" / "bin"
    detour, back = WORK / "detour.xlf", WORK / "detour.po"
    run(binaries / "po2xliff", "--progress=none", paths["po"], detour)
    run(binaries / "xliff2po", "--progress=none", detour, back)
    if back.exists():
        # What a detour drops is not read; what it keeps is as it was.
        report = imported(back)
        no_harm = not report["changes"] and not report["refused"]
        check(f"{locale} po: to XLIFF and back by translate-toolkit: {report['texts']} texts", no_harm, report)
    else:
        check(f"{locale} po: to XLIFF and back by translate-toolkit", False, "no file")
    if has("omegat"):
        for form in ["xliff1", "po"]:
            (target,), done = omegat([paths[form]], locale, memory=paths["tmx"])
            # Of PO it writes only what is in its own memory: a fuzzy translation is gone, and stays in the project.
            unchanged(f"{locale} {form}: OmegaT", target, counts[form], may_empty=form == "po")
    if has("soffice"):
        unchanged(f"{locale} csv: LibreOffice", libreoffice(paths["csv"], "csv"), counts["csv"])
        unchanged(f"{locale} csv: LibreOffice, by XLSX", libreoffice(paths["csv"], "xlsx", "csv"), counts["csv"])


def plain(locale, state):
    """A text in a state, without markup and placeables: id, English, translation."""
    listed = json.loads(handback("review", "--locale", locale, "--state", state, "--format", "json"))
    for entry in listed["locales"][0]["entries"]:
        if re.fullmatch(r"[A-Z][a-z]+( [a-z]+)+\.?", entry["english"]):
            return entry["id"], entry["english"], entry["translation"]
    sys.exit(f"the sample has no plain text that is {state} in {locale}")


def plain_missing(locale):
    """A text without a translation: id, English."""
    return plain(locale, "missing")[:2]


def arrives(name, path, identifier, text):
    """The one text that was translated arrives as that person's, made from today's English."""
    report = imported(path)
    ids = [change["id"] for change in report["changes"]]
    check(f"{name}: one text changes", ids == [identifier] and not report["refused"], report["changes"] or report)
    handback("import", path, "--translator", "Ada Adatum", "--date", "2026-02-02")
    listed = json.loads(handback("review", "--locale", "de-DE", "--state", "human", "--format", "json"))
    entries = [entry for entry in listed["locales"][0]["entries"] if entry["id"] == identifier]
    is_there = entries and (entries[0]["translation"], entries[0]["reviewer"]) == (text, "Ada Adatum")
    check(f"{name}: it is a person's, and current", bool(is_there), entries)
    again = imported(path)
    check(f"{name}: a second time nothing changes", not again["changes"], again)


def translations():
    """One text is translated in each tool."""
    locale, text = "de-DE", "Von Hand übersetzt."

    def translate(store):
        unit = next(unit for unit in store.units if str(unit.source) == english)
        unit.target = text

    for form in ["xliff2", "xliff1", "po"]:
        project()
        identifier, english = plain_missing(locale)
        path = saved(export(form, locale), WORK / "worked" / form / f"{locale}.{EXTENSION[form]}", translate)
        arrives(f"{form}: translate-toolkit", path, identifier, text)
    project()
    identifier, english = plain_missing(locale)
    catalog = polib.pofile(str(export("po", locale)))
    entry = next(entry for entry in catalog if entry.msgid == english)
    entry.msgstr = text
    catalog.save(str(WORK / "worked.po"))
    arrives("po: polib", WORK / "worked.po", identifier, text)
    if has("omegat"):
        # Of XLIFF this version offers what stands in a target: a machine's draft is there to be edited.
        project()
        drafted, _, draft = plain(locale, "machine")
        (target,), _ = omegat([export("xliff1", locale)], locale, [(draft, text)])
        arrives("xliff1: OmegaT, a machine's text", target, drafted, text)
        # What is missing it offers with the English in its place.
        project()
        (target,), _ = omegat([export("xliff1", locale, "--fill")], locale, [(english, text)])
        arrives("xliff1: OmegaT, a missing text", target, identifier, text)
        project()
        (target,), _ = omegat([export("po", locale)], locale, [(english, text)])
        arrives("po: OmegaT", target, identifier, text)
    if has("soffice"):
        project()
        table = export("csv", locale)
        lines = table.read_text(encoding="utf-8-sig")
        row = re.compile(rf"^(handback:{locale}:{identifier}:[^\n]*?,{re.escape(english)}),,", re.M)
        assert row.search(lines), identifier
        table.write_text(row.sub(lambda found: f"{found[1]},{text},", lines), encoding="utf-8-sig")
        arrives("csv: LibreOffice", libreoffice(table, "xlsx", "csv"), identifier, text)


def words_in(node, words):
    """Words another text in an element, and leaves its codes alone."""
    for part in node.iter():
        for place in ["text", "tail"] if part is node or part.tag.rsplit("}", 1)[-1] in ("pc", "mrk", "g") else ["tail"]:
            if getattr(part, place):
                setattr(part, place, getattr(part, place).replace(*words))


def variants():
    """Selectors, terms, variables and overrides, which every tool opens, and of which some are worded again."""
    locale, variant, term = "fr-FR", ("place. Voir", "siège. Voir"), ("est une œuvre", "est un produit")
    lamps()
    round_trips(locale)

    def in_xml(store):
        for unit in store.units:
            target = unit.xmlelement.find(".//{*}target")
            if target is not None:
                words_in(target, variant)
                words_in(target, term)

    def in_po(store):
        for unit in store.units:
            unit.target = str(unit.target).replace(*variant).replace(*term)

    def by_polib(path):
        catalog = polib.pofile(str(path))
        for entry in catalog:
            entry.msgstr = entry.msgstr.replace(*variant).replace(*term)
            if entry.msgctxt.startswith("handback:fr-FR:close-the-door:") and entry.msgctxt.endswith("chair.md"):
                entry.tcomment = "Is this a door of the chair?"
        catalog.save(str(WORK / "polib.po"))
        return WORK / "polib.po"

    def by_libreoffice(path):
        text = path.read_text(encoding="utf-8-sig")
        path.write_text(text.replace(*variant).replace(*term), encoding="utf-8-sig")
        return libreoffice(path, "xlsx", "csv")

    doors = {"po: polib": ("po", by_polib)}
    for form, change in [("xliff2", in_xml), ("xliff1", in_xml), ("po", in_po)]:
        to = WORK / "worked" / form / f"{locale}.{EXTENSION[form]}"
        doors[f"{form}: translate-toolkit"] = (form, lambda path, to=to, change=change: saved(path, to, change))
    if has("soffice"):
        doors["csv: LibreOffice"] = ("csv", by_libreoffice)
    for name, (form, work) in doors.items():
        lamps()
        path = work(export(form, locale))
        report = imported(path)
        ids = sorted(change["id"] for change in report["changes"] if change["what"] == "translated")
        expected = ["app-has-number-seats-seats-see [one]", "app-is-made-by-contoso-and"]
        check(f"{name}: one variant and a text with a term change", ids == expected, report)
        handback("import", path, "--translator", "Ada Adatum", "--date", "2026-02-02")
        there = (WORK / "project" / "locales" / locale / "shared.ftl").read_text(encoding="utf-8")
        kept = all(text in there for text in ["siège. Voir [le guide]", "places. Voir [le guide]", "{ -contoso(case: \"de\") }, et"])
        check(f"{name}: the other variant, the term and the variables are as they were", kept, there)
        page = (WORK / "project" / "localized-docs" / locale / "lamp.md").read_text(encoding="utf-8")
        check(f"{name}: and so is the page", "Lamp a 1 siège. Voir" in page and "est un produit de Contoso, et" in page, page)
        if name == "po: polib":
            state = (WORK / "project" / "locales" / locale / "chair.yaml").read_text(encoding="utf-8")
            check(f"{name}: what the translator asks is kept", "note: \"Is this a door of the chair?\"" in state, state)
        again = imported(path)
        check(f"{name}: a second time nothing changes", not again["changes"], again)


def main():
    for program in ["msgcat", "omegat", "soffice", "xmllint"]:
        if not has(program):
            print(f"not checked: {program} is not installed")
    project()
    for locale in LOCALES:
        round_trips(locale)
    translations()
    variants()
    print(f"{len(failures)} failed" if failures else "nothing failed")
    sys.exit(1 if failures else 0)


main()
