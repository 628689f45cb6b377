# @tell-readers-what-a-page-is
tell-readers-what-a-page-is = Dire aux lecteurs ce qu’est une page

# @a-page-may-be-a-machines
a-page-may-be-a-machines = Une page peut être l’œuvre d’une machine que personne n’a lue, ou avoir un mois de retard sur son anglais. Les lecteurs ne voient ni l’un ni l’autre. handback sait les deux pour chaque texte, et peut retenir ce que personne n’a approuvé, ou dire sur la page ce qu’elle est.

# @hold-back-what-nobody-approved
hold-back-what-nobody-approved = Retenir ce que personne n’a approuvé

# @what-it-decides
what-it-decides = ce qu’elle décide

# @a-machines-translation-is-on-the
a-machines-translation-is-on-the = la traduction d’une machine est sur la page (par défaut)

# @the-english-is-in-its-place
the-english-is-in-its-place = l’anglais est à sa place jusqu’à ce qu’une personne l’approuve

# @the-page-is-not-written-until
the-page-is-not-written-until = la page n’est pas écrite jusque-là

# @a-page-is-written-once-so
a-page-is-written-once-so = une page est écrite dès que tant de pour cent en sont à jour ; voir [des pages qu’une locale n’a pas](../../en/how-to/set-up-a-site.md#pages-that-a-locale-does-not-have). Ce qui est retenu ne compte pas

# @each-locale-may-have-its-own
each-locale-may-have-its-own = Chaque locale peut avoir la sienne : `locales: [fr, ja: { "{" }on_machine: source, publish: { "{" }min_current: 50{ "}" }{ "}" }]`. Une traduction dont personne ne sait qui l’a faite (`unproven`) est retenue, elle aussi. Ce qu’une locale a [de plus que son anglais](../../en/how-to/adopt-published-pages.md) reste sur ses pages si une personne l’a écrit ou approuvé ; sinon, il n’y a rien à sa place, ou le bloc de l’anglais.

# @say-it-on-the-page
say-it-on-the-page = Le dire sur la page

# @the-notice-is-there-as-long
the-notice-is-there-as-long = L’avis est là tant qu’il a quelque chose à dire, et disparaît dès que le dernier texte est à jour et d’une personne. Il dit combien de textes une machine a traduits, combien ont changé depuis quand, et combien sont montrés en anglais. Les tables des matières, et les documents que d’autres incluent (sous `includes`, ou dont le nom commence par `_`), n’en ont pas.

# @between-the-two-comments-stands-what
between-the-two-comments-stands-what = Entre les deux commentaires se trouve ce que handback y a écrit : cela est réécrit quand le catalogue change, ce n’est la modification de personne, et une reprise ne le prend pas pour un texte de la page. Si quelqu’un le modifie malgré tout, on le trouve comme toute modification d’une page.

# @in-the-words-of-the-locale
in-the-words-of-the-locale = Dans les mots de la locale

# @there-are-words-for-english-french
there-are-words-for-english-french = Il y a des mots pour l’anglais, le français, l’allemand, l’espagnol, le portugais, le japonais et le chinois simplifié. Les autres sont l’affaire de la locale, de même que tout ce qu’une traductrice veut dire autrement : des messages dans `locales/LOCALE/terms.ftl`, qui suit la locale sur laquelle elle [se replie](../../en/explanation/staleness.md) là où elle n’en a pas.

# @message
message = message

# @when
when = quand

# @variables
variables = variables

# @a-machine-translated-all-of-the
a-machine-translated-all-of-the = une machine a traduit toute la page

# @or-some-of-it
or-some-of-it = … ou une partie

# @the-english-of-texts-changed
the-english-of-texts-changed = l’anglais de textes a changé

# @nobody-knows-when
nobody-knows-when = … personne ne sait quand

# @nothing-of-the-page-is-translated
nothing-of-the-page-is-translated = toute la page est montrée en anglais

# @source-is-the-language-of-the
source-is-the-language-of-the = `$source` est la langue des sources, par exemple `en`.

# @in-another-form
in-another-form = Sous une autre forme

# @block-is-what-the-flavor-has
block-is-what-the-flavor-has = `block` est ce que la variante a pour une note : `> [!NOTE]` pour DocFX et GitHub, `!!! note` pour MkDocs, `:::note` pour Docusaurus et Starlight, `::: info` pour VitePress, et une simple citation pour les autres, dont les notes sont celles de leur thème. Écrivez la vôtre avec `{ "{" }text{ "}" }` dedans :

# @or-give-it-to-the-theme
or-give-it-to-the-theme = Ou donnez-le au thème, qui le montre comme il veut : `notice: front_matter` définit la clé `translation`, et `notice: { "{" }front_matter: l10n{ "}" }` une autre.

# @the-key-is-handbacks-what-somebody
the-key-is-handbacks-what-somebody = La clé est à handback : ce que l’on y écrit est écrasé.

# @read-both-languages
read-both-languages = Lire les deux langues

# @handback-render-side-by-side-out
handback-render-side-by-side-out = `handback render --side-by-side --out DIR` écrit des pages qui contiennent chaque texte suivi de son anglais, sous la forme des pages bilingues de Microsoft, que `handback adopt` lit aussi. Avec `--format html`, ce sont des pages pour des personnes : deux colonnes, avec chaque texte tel que le voient les lecteurs, et son état.

