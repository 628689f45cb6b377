# shellcheck shell=bash
# The project that how-tos begin with, as the tutorials leave it: two pages about lamps, translated into French, committed.
# Sourced by `<!-- run: … -->`; it leaves the shell in the folder.
mkdir lamps && cd lamps && git init --quiet || exit 1
mkdir -p docs/en locales/fr
cat >handback.yaml <<'END'
source_locale: en
locales: [fr]
flavor: gfm
sources: ["docs/en/**/*.md"]
output: "docs/{locale}/{path}"
END
cat >docs/en/desk-lamp.md <<'END'
# Desk lamp

The desk lamp has a head that turns by 270 degrees.

Press the **power** button. See [cleaning](cleaning.md).
END
cat >docs/en/cleaning.md <<'END'
# Cleaning

Unplug the lamp, then wipe it with a dry cloth.
END
handback sync >/dev/null
cat >locales/fr/desk-lamp.ftl <<'END'
desk-lamp = Lampe de bureau

the-desk-lamp-has-a-head = La lampe de bureau a une tête qui pivote de 270 degrés.

press-the-power-button-see-cleaning = Appuyez sur le bouton **power**. Voir [nettoyage](cleaning.md).
END
cat >locales/fr/cleaning.ftl <<'END'
cleaning = Nettoyage

unplug-the-lamp-then-wipe-it = Débranchez la lampe, puis essuyez-la avec un chiffon sec.
END
handback sync >/dev/null
git add --all && git commit --quiet --message "Describe the lamps"
