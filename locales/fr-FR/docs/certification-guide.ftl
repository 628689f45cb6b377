# @how-to-get-an-app-certified
how-to-get-an-app-certified = Comment faire certifier une application

# @from-the-first-answer-to-the
from-the-first-answer-to-the = De la première réponse au badge publié : ce que font les éditeurs pour faire certifier une application.

# @certification-evidence-analyst
certification-evidence-analyst = certification, preuve, analyste

# @this-guide-takes-you-from-an
this-guide-takes-you-from-an =
    Ce guide vous mène du questionnaire vierge au badge publié. Il s’adresse aux éditeurs,
    mais les administrateurs qui veulent savoir *ce que signifie un badge* trouveront la réponse
    dans [Ce que vérifie un analyste](#what-an-analyst-checks).

# @a-badge-is-valid-for-one
a-badge-is-valid-for-one = Un badge est valable **un an**. Renouvelez-le à temps[^1], sans quoi il disparaît de la page de l’application.

# @you-need-an-account-in-the
you-need-an-account-in-the =
    Vous devez disposer d’un compte sur le portail des éditeurs de :::no-loc text="Contoso":::. Si vous ne parvenez pas à vous connecter,
    demandez-en un à votre administrateur.

# @before-you-submit
before-you-submit = Avant l’envoi

# @collect-the-following-before-you-open
collect-the-following-before-you-open = Rassemblez les éléments suivants avant d’ouvrir le questionnaire :

# @the-address-of-your-privacy-notice
the-address-of-your-privacy-notice = L’adresse de votre avis de confidentialité

# @a-diagram-of-the-data-flow
a-diagram-of-the-data-flow = Un schéma du flux de données

# @the-report-of-your-latest-penetration
the-report-of-your-latest-penetration = Le rapport de votre dernier test d’intrusion

# @then-work-through-these-steps
then-work-through-these-steps = Procédez ensuite comme suit :

# @sign-in-to-the-publisher-portal
sign-in-to-the-publisher-portal = Connectez-vous au [portail des éditeurs][portal] et choisissez **Applications**.

# @select-your-app-and-open-certification
select-your-app-and-open-certification = Sélectionnez votre application et ouvrez **Certification** > **Questionnaire**.

# @the-questionnaire-saves-your-answers-every
the-questionnaire-saves-your-answers-every = Le questionnaire enregistre vos réponses toutes les minutes. Vous pouvez le fermer à tout moment.

# @answer-every-question-even-if-the
answer-every-question-even-if-the = Répondez à chaque question, même si la réponse est `N/A`.

# @attach-a-file-where-you-are
attach-a-file-where-you-are = Joignez un fichier lorsqu’une preuve vous est demandée :

# @policies-as-pdf
policies-as-pdf = politiques au format PDF,

# @screenshots-as-png
screenshots-as-png = captures d’écran au format PNG,

# @scan-results-as-they-come-out
scan-results-as-they-come-out = résultats d’analyse tels que l’outil les fournit.

# @leave-nothing-in-a-draft-state
leave-nothing-in-a-draft-state = Ne laissez rien à l’état de brouillon.

# @choose-submit
choose-submit = Choisissez **Envoyer**.

# @after-you-submit-the-answers-are
after-you-submit-the-answers-are = Après l’envoi, les réponses sont verrouillées jusqu’à ce qu’un analyste ait répondu.

# @corrections-in-the-meantime-go-to
corrections-in-the-meantime-go-to = Dans l’intervalle, adressez vos corrections à [catalog@contoso.com](mailto:catalog@contoso.com).

# @a-withdrawn-questionnaire-cannot-be-restored
a-withdrawn-questionnaire-cannot-be-restored = Un questionnaire retiré ne peut pas être restauré.

# @what-an-analyst-checks
what-an-analyst-checks = Ce que vérifie un analyste

# @the-analyst-compares-each-answer-with
the-analyst-compares-each-answer-with = L’analyste compare chaque réponse aux preuves. Trois issues sont possibles :

# @outcome
outcome = Issue

# @what-happens-next
what-happens-next = Suite donnée

# @accepted
accepted = <strong>Acceptée</strong>

# @the-row-is-shown-on-the
the-row-is-shown-on-the = La ligne est affichée sur la page de l’application.

# @question
question = <strong>Question</strong>

# @you-have-14-days-to-reply
you-have-14-days-to-reply = Vous disposez de <em>14 jours</em> pour répondre dans le portail.

# @rejected
rejected = <strong>Rejetée</strong>

# @the-row-is-left-out-and
the-row-is-left-out-and = La ligne est omise et le badge n’est pas accordé.

# @evidence
evidence = Preuves

# @evidence-must-be-recent-legible-and
evidence-must-be-recent-legible-and = Les preuves doivent être récentes, lisibles et porter sur l’application que vous soumettez. Consultez [la liste des documents acceptés](https://learn.example.com/certification/evidence "Documents acceptés").

# @screenshot-of-the-portal-with-the
screenshot-of-the-portal-with-the = ![Capture d’écran du portail avec le volet des preuves à droite](../apps/media/evidence-panel.png)

# @if-your-app-is-described-in
if-your-app-is-described-in = Si votre application est décrite dans un manifeste, indiquez le fichier :

# @or-run-the-upload-from-a
or-run-the-upload-from-a = Vous pouvez aussi lancer l’envoi depuis un terminal :

# @time-limits
time-limits = Délais

# @a-typical-certification-takes-four-weeks
a-typical-certification-takes-four-weeks = Une certification type dure quatre semaines :

# @week-1
week-1 = **Semaine 1**

# @you-collect-the-evidence
you-collect-the-evidence = Vous rassemblez les preuves.

# @weeks-2-to-4
weeks-2-to-4 = **Semaines 2 à 4**

# @the-analyst-reads-it-and-asks
the-analyst-reads-it-and-asks = L’analyste les lit et pose des questions. Répondez rapidement, et le badge arrivera plus tôt.

# @after-the-certification
after-the-certification = Après la certification

# @keep-the-evidence-for-three-years
keep-the-evidence-for-three-years = Conservez les preuves pendant trois ans. Un auditeur peut vous les demander.[^audit]

# @the-badge-is-a-promise-not
the-badge-is-a-promise-not = Le badge est une promesse, pas une médaille.

# @tailwind-toys-lost-its-badge-because
tailwind-toys-lost-its-badge-because =
    Tailwind Toys a perdu son badge parce que personne n’avait lu le rappel.
    Il a fallu cinq semaines pour le récupérer.

# @put-the-date-in-your-calendar
put-the-date-in-your-calendar = Notez la date dans votre calendrier.

# @questions-and-answers
questions-and-answers = Questions et réponses

# @does-certification-cost-anything-no-only
does-certification-cost-anything-no-only = **La certification est-elle payante ?** Non. Seul le test d’intrusion est à la charge de l’éditeur.

# @can-i-use-the-badge-in
can-i-use-the-badge-in = **Puis-je utiliser le badge dans des publicités ?** Oui, à condition d’y associer un lien vers la page de votre application &mdash; et uniquement tant qu’il est valable.

# @still-stuck-write-to-us-or
still-stuck-write-to-us-or = *Toujours bloqué ?* Écrivez-nous, ou consultez les [autres moyens d’obtenir de l’aide](https://learn.example.com/certification/help#contact).

# @the-portal-sends-a-reminder-60
the-portal-sends-a-reminder-60 = Le portail envoie un rappel 60 jours avant l’expiration du badge.

# @audits-are-announced-four-weeks-ahead
audits-are-announced-four-weeks-ahead = Les audits sont annoncés quatre semaines à l’avance et concernent environ une application sur cinquante.

