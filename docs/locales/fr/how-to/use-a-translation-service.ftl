# @use-a-translation-service
use-a-translation-service = Utiliser un service de traduction

# @say-in-handback-yaml-where-drafts
say-in-handback-yaml-where-drafts = Dites dans `handback.yaml` d’où viennent les ébauches : de quel service pour quelle locale, et de quelles mémoires.

# @handback-translate-gives-missing-and-stale
handback-translate-gives-missing-and-stale = `handback translate` donne une ébauche aux textes manquants et périmés, et `handback sync` aussi là où un service ou une mémoire est configuré (`--no-mt` s’en passe pour une exécution). `--dry-run` dit ce qui serait envoyé, en textes et en caractères, et le coût.

# @try-the-whole-chain-without-any
try-the-whole-chain-without-any = Essayez d’abord toute la chaîne sans aucun service, par pseudo-traduction :

# @memory-first-then-a-machine
memory-first-then-a-machine = La mémoire d’abord, puis une machine

# @the-translation-memory-is-the-project
the-translation-memory-is-the-project = **La mémoire de traduction** est le projet lui-même (traductions à jour, remplacées, périmées et obsolètes) et les fichiers TMX et PO de la configuration. La traduction du texte exact est prise, comme celle d’une personne ou d’une machine, selon ce qu’elle était ; parmi plusieurs, celle qui se trouvait entre les mêmes textes ; ce qu’un autre outil a fait doit être entier. Les variables propres au projet (`{ "{" } $app { "}" }`) en sont aussi dans ces fichiers. Une paire qui a une traduction périmée du projet à côté de l’anglais d’aujourd’hui ne prouve rien, et n’est pas prise. Les traductions de textes semblables sont proposées (dans la relecture, et avec `--format json` : score, ancien anglais, différence mot à mot) ; `--fuzzy 0.9` les prend comme ébauches automatiques là où ne diffèrent que de simples mots : ni valeur, ni nom, ni un mot et son contraire.

# @a-machine-gets-the-rest-texts
a-machine-gets-the-rest-texts = **Une machine** reçoit le reste. Les textes qui se ressemblent sont envoyés une fois.

# @services
services = Services

# @provider
provider = fournisseur

# @service
service = service

# @key-unless-key-env-or-key
key-unless-key-env-or-key = clé, à moins que `key_env` ou `key_file` n’en nomme une autre

# @apertiums-programs-on-this-machine-through
apertiums-programs-on-this-machine-through = les programmes d’Apertium sur cette machine, en passant par d’autres langues si nécessaire ; `url` : apertium-apy

# @none
none = aucune

# @azure-translator-api-version-3-0
azure-translator-api-version-3-0 = Azure Translator, `api_version` 3.0 ou 2026-06-06 ; `region`, `model`

# @google-cloud-translation-v3-project-location
google-cloud-translation-v3-project-location = Google Cloud Translation v3 ; `project`, `location`, `model`, `glossaries`

# @code-if-required
code-if-required = `{ $code }`, si elle est exigée

# @any-chat-completions-endpoint-by-url
any-chat-completions-endpoint-by-url = n’importe quel point d’accès de conversation, par `url` ; `model`, `instructions`

# @any-program-texts-with-nul-or
any-program-texts-with-nul-or = n’importe quel programme : des textes séparés par NUL ou des fins de ligne, ou des lignes JSON (`protocol`, `markup`)

# @accented-english-longer-in-brackets-for
accented-english-longer-in-brackets-for = de l’anglais accentué, plus long, entre crochets : pour essayer toute la chaîne ; sa locale est `qps-ploc`

# @what-each-of-them-takes-is
what-each-of-them-takes-is = [Ce que chacun d’eux prend](../../en/reference/configuration.md#providers) est dans la référence.

# @trust
trust = Confiance

# @a-configuration-comes-with-the-documents-23cd
a-configuration-comes-with-the-documents-23cd = Une configuration vient avec les documents, de quiconque peut les modifier. C’est pourquoi `sync` et `translate` n’exécutent un programme qu’elle nomme, ne lisent un `key_file` ou un `key_env`, et n’envoient une clé à une `url` qu’après que vous avez donné votre accord une fois avec `handback trust` sur cette machine ; dans la CI, passez `--trust` ou définissez `HANDBACK_TRUST=1`, et pas pour des pull requests d’inconnus.

# @nothing-is-broken-on-the-way
nothing-is-broken-on-the-way = **Rien ne se casse en route.** Les liens, le code, les balises, les adresses, les variables, les identifiants, les noms que les documents ont comme variables et les termes du glossaire sont retirés d’un texte et remis en place. Il en va de même de ce qui est dans `code`, `kbd`, `samp`, `var`, `tt` du HTML, et dans tout élément avec `translate="no"` ou la classe `notranslate` ; un texte qui n’est que cela n’a pas besoin de traduction. Ce qui revient est vérifié : chaque partie une fois, un balisage qui s’emboîte, les nombres, la longueur, rien devant la traduction (« Voici la traduction : »), pas l’anglais de nouveau (à moins que ce ne soit un nom), pas une formulation qu’une personne a rejetée. Un texte avec un défaut est envoyé une fois encore, seul ; ensuite, il reste comme il était, et est signalé. Une mise en relief qui ne serait pas rendue à côté de la ponctuation chinoise, japonaise ou coréenne est réparée : `**「x」**です` devient `「**x**」です`.

# @people-are-never-overwritten-where-a
people-are-never-overwritten-where-a = **On n’écrase jamais le travail des personnes.** Là où la traduction d’une personne est périmée, l’ébauche attend à côté dans l’état.

# @language-models-know-what-a-translator
language-models-know-what-a-translator = **Les modèles de langue savent ce que sait une traductrice** (`openai`) : où se trouve un texte, les textes avant et après dans les deux langues, la note de l’auteur, des traductions semblables (celles de personnes d’abord), les termes avec définition et note, et `locales/<locale>/style.md` (16 Ko au plus). Une traduction périmée les accompagne, avec ce qui a changé dans son anglais : le modèle doit la corriger. Si bien plus de ses mots changent que ne le demande le changement de l’anglais, on lui demande une fois encore, puis l’ébauche est marquée `reworded`. Les formulations que des personnes ont rejetées sont jointes comme ce qu’il faut éviter. Tout cela compte dans `--dry-run` et `--max-chars`.

# @drafts-are-marked-mt-and-mt
drafts-are-marked-mt-and-mt = **Les ébauches sont marquées** `MT` et `mt:<engine>`. Les textes d’un moteur plus ancien restent jusqu’à ce que `--retranslate mt:<engine>` en demande de nouveaux ; ce qu’une personne a écrit ou approuvé n’en fait pas partie.

# @nothing-that-came-in-is-lost
nothing-that-came-in-is-lost = **Rien de ce qui est arrivé n’est perdu** : les ébauches sont écrites à mesure qu’elles arrivent. Après Ctrl-C, un quota épuisé ou un plantage, l’exécution suivante continue. Les services occupés ont le temps qu’ils demandent. `--max-chars N` n’envoie pas plus de N caractères.

# @keys-come-from-the-environment-or
keys-come-from-the-environment-or = Les clés viennent de l’environnement ou d’un fichier, et ne sont jamais montrées. Les requêtes passent par TLS, ou restent sur cette machine.

