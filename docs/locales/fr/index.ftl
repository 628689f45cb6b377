# @handback
handback = handback

# @handback-keeps-localized-documentation-in-step
handback-keeps-localized-documentation-in-step = handback maintient la documentation localisée en accord avec sa source anglaise. Il extrait ce qu’un traducteur doit voir, retient qui a fait chaque traduction et à partir de quel texte anglais, trouve ce qui est périmé quand l’anglais change, et réécrit chaque page localisée.

# @tutorials
tutorials = Tutoriels

# @begin-here-each-takes-fifteen-to
begin-here-each-takes-fifteen-to = Commencez ici. Chaque tutoriel prend de quinze à vingt minutes sur votre propre machine, et rien n’est envoyé sur un réseau.

# @bring-a-documentation-site-under-handback
bring-a-documentation-site-under-handback = [Confier une documentation à handback](../en/tutorials/localization-engineer.md), pour les responsables de la localisation

# @check-translations-in-ci-for-whoever
check-translations-in-ci-for-whoever = [Vérifier les traductions dans la CI](../en/tutorials/ci-owner.md), pour qui s’occupe des vérifications d’un dépôt

# @translate-and-review-for-translators-and
translate-and-review-for-translators-and = [Traduire et relire](../en/tutorials/translator.md), pour les traducteurs et les relecteurs

# @how-to
how-to = Guides pratiques

# @set-up-a-site-of-your-520c
set-up-a-site-of-your-520c = [Mettre en place votre propre site](../en/how-to/set-up-a-site.md)

# @take-over-pages-that-are-published-ae73
take-over-pages-that-are-published-ae73 = [Reprendre des pages publiées](../en/how-to/adopt-published-pages.md)

# @review-translations-8940
review-translations-8940 = [Relire des traductions](../en/how-to/review-translations.md)

# @settle-findings-a9c6
settle-findings-a9c6 = [Régler les constats](../en/how-to/settle-findings.md)

# @when-something-is-not-as-expected-8fa0
when-something-is-not-as-expected-8fa0 = [Quand quelque chose n’est pas comme prévu](../en/how-to/troubleshoot.md)

# @correct-a-wording-everywhere-3c00
correct-a-wording-everywhere-3c00 = [Corriger une formulation partout](../en/how-to/correct-a-wording.md)

# @use-a-translation-service-0f79
use-a-translation-service-0f79 = [Utiliser un service de traduction](../en/how-to/use-a-translation-service.md)

# @work-with-a-cat-tool-b719
work-with-a-cat-tool-b719 = [Travailler avec un outil de TAO](../en/how-to/use-a-cat-tool.md)

# @see-what-the-work-costs-f4ed
see-what-the-work-costs-f4ed = [Voir ce que coûte le travail](../en/how-to/see-what-work-costs.md)

# @publish-a-site-for-the-team-0624
publish-a-site-for-the-team-0624 = [Publier un site pour l’équipe](../en/how-to/publish-a-team-site.md)

# @tell-readers-what-a-page-is-e975
tell-readers-what-a-page-is-e975 = [Dire aux lecteurs ce qu’est une page](../en/how-to/tell-readers.md)

# @merge-branches-13ae
merge-branches-13ae = [Fusionner des branches](../en/how-to/merge-branches.md)

# @have-a-bot-propose-drafts-81bb
have-a-bot-propose-drafts-81bb = [Faire proposer des ébauches par un robot](../en/how-to/run-a-bot.md)

# @check-before-a-commit-3d2b
check-before-a-commit-3d2b = [Vérifier avant un commit](../en/how-to/check-before-a-commit.md)

# @work-in-parts-on-many-machines-8594
work-in-parts-on-many-machines-8594 = [Travailler par parties, sur plusieurs machines](../en/how-to/work-in-parts.md)

# @share-texts-that-differ-in-a-9cc1
share-texts-that-differ-in-a-9cc1 = [Partager des textes qui diffèrent par un nom ou une date](../en/how-to/use-variables.md)

# @explanation
explanation = Explications

# @how-staleness-is-decided-424b
how-staleness-is-decided-424b = [Comment on décide de ce qui est périmé](../en/explanation/staleness.md)

# @whose-a-translation-is-f21b
whose-a-translation-is-f21b = [De qui est une traduction](../en/explanation/whose-a-translation-is.md)

# @messages-and-sharing-9e6d
messages-and-sharing-9e6d = [Messages et textes partagés](../en/explanation/messages.md)

# @the-files-on-disk-0657
the-files-on-disk-0657 = [Les fichiers sur le disque](../en/explanation/files.md)

# @links-anchors-and-images-9970
links-anchors-and-images-9970 = [Liens, ancres et images](../en/explanation/links.md)

# @the-index-and-how-fast-it-1e8a
the-index-and-how-fast-it-1e8a = [L’index et sa rapidité](../en/explanation/index-and-speed.md)

# @reference
reference = Référence

# @commands
commands = [Commandes](../en/reference/commands.md)

# @output-and-exit-codes
output-and-exit-codes = [Sorties et codes de retour](../en/reference/output.md)

# @keys-at-a-glance-and-what
keys-at-a-glance-and-what = [Les clés en un coup d’œil](../en/reference/keys.md) et [ce que l’on peut écrire](../en/reference/configuration.md)

# @findings
findings = [Constats](../en/reference/findings.md)

# @flavors
flavors = [Dialectes](../en/reference/flavors.md)

# @file-formats
file-formats = [Formats de fichiers](../en/reference/file-formats.md)

# @limits
limits = [Limites](../en/reference/limits.md)

# @terms
terms = [Termes](../en/reference/terms.md)

