### docs/certification-guide.md

# front matter › title
how-to-get-an-app-certified = How to get an app certified

# front matter › description
from-the-first-answer-to-the = From the first answer to the published badge: what publishers do to get an app certified.

# front matter › keywords
certification-evidence-analyst = certification, evidence, analyst

# How to get an app certified (paragraph)
this-guide-takes-you-from-an =
    This guide takes you from an empty questionnaire to a published badge. It is written for publishers,
    but administrators who want to know *what a badge means* will find the answer
    in [What an analyst checks](#what-an-analyst-checks).

# How to get an app certified (paragraph)
# Note: "Badge" is the small picture on the app page, not an access card.
a-badge-is-valid-for-one = A badge is valid for **one year**. Renew it in time[^1], or it disappears from the app page.

# How to get an app certified (quote)
you-need-an-account-in-the =
    You need an account in the publisher portal of :::no-loc text="Contoso":::. Ask your administrator for one
    if you cannot sign in.

# How to get an app certified (heading)
before-you-submit = Before you submit

# Before you submit (paragraph)
collect-the-following-before-you-open = Collect the following before you open the questionnaire:

# Before you submit (list-item)
the-address-of-your-privacy-notice = The address of your privacy notice

# Before you submit (list-item)
a-diagram-of-the-data-flow = A diagram of the data flow

# Before you submit (list-item)
the-report-of-your-latest-penetration = The report of your latest penetration test

# Before you submit (paragraph)
then-work-through-these-steps = Then work through these steps:

# Before you submit (list-item)
sign-in-to-the-publisher-portal = Sign in to the [publisher portal][portal] and choose **Apps**.

# Before you submit (list-item)
select-your-app-and-open-certification = Select your app and open **Certification** > **Questionnaire**.

# Before you submit (list-item)
the-questionnaire-saves-your-answers-every = The questionnaire saves your answers every minute. You may close it at any time.

# Before you submit (list-item)
answer-every-question-even-if-the = Answer every question, even if the answer is `N/A`.

# Before you submit (list-item)
attach-a-file-where-you-are = Attach a file where you are asked for evidence:

# Before you submit (list-item)
policies-as-pdf = policies as PDF,

# Before you submit (list-item)
screenshots-as-png = screenshots as PNG,

# Before you submit (list-item)
scan-results-as-they-come-out = scan results as they come out of the tool.

# Before you submit (list-item)
leave-nothing-in-a-draft-state = Leave nothing in a draft state.

# Before you submit (list-item)
choose-submit = Choose **Submit**.

# Before you submit (quote)
after-you-submit-the-answers-are = After you submit, the answers are locked until an analyst has replied.

# Before you submit (list-item)
corrections-in-the-meantime-go-to = Corrections in the meantime go to [catalog@contoso.com](mailto:catalog@contoso.com).

# Before you submit (list-item)
a-withdrawn-questionnaire-cannot-be-restored = A withdrawn questionnaire cannot be restored.

# How to get an app certified (heading)
what-an-analyst-checks = What an analyst checks

# What an analyst checks (paragraph)
the-analyst-compares-each-answer-with = The analyst compares each answer with the evidence. Three outcomes are possible:

# What an analyst checks (html)
outcome = Outcome

# What an analyst checks (html)
what-happens-next = What happens next

# What an analyst checks (html)
accepted = <strong>Accepted</strong>

# What an analyst checks (html)
the-row-is-shown-on-the = The row is shown on the app page.

# What an analyst checks (html)
question = <strong>Question</strong>

# What an analyst checks (html)
you-have-14-days-to-reply = You have <em>14 days</em> to reply in the portal.

# What an analyst checks (html)
rejected = <strong>Rejected</strong>

# What an analyst checks (html)
the-row-is-left-out-and = The row is left out, and the badge is withheld.

# What an analyst checks (heading)
evidence = Evidence

# What an analyst checks › Evidence (paragraph)
evidence-must-be-recent-legible-and = Evidence must be recent, legible, and about the app that you submit. See [the list of accepted documents](https://learn.example.com/certification/evidence "Accepted documents").

# What an analyst checks › Evidence (paragraph)
screenshot-of-the-portal-with-the = ![Screenshot of the portal with the evidence panel on the right](../apps/media/evidence-panel.png)

# What an analyst checks › Evidence (paragraph)
if-your-app-is-described-in = If your app is described in a manifest, point to the file:

# What an analyst checks › Evidence (paragraph)
or-run-the-upload-from-a = Or run the upload from a terminal:

# What an analyst checks (heading)
time-limits = Time limits

# What an analyst checks › Time limits (paragraph)
a-typical-certification-takes-four-weeks = A typical certification takes four weeks:

# What an analyst checks › Time limits (paragraph)
week-1 = **Week 1**

# What an analyst checks › Time limits (paragraph)
you-collect-the-evidence = You collect the evidence.

# What an analyst checks › Time limits (paragraph)
weeks-2-to-4 = **Weeks 2 to 4**

# What an analyst checks › Time limits (paragraph)
the-analyst-reads-it-and-asks = The analyst reads it and asks questions. Answer quickly, and the badge comes sooner.

# How to get an app certified (heading)
after-the-certification = After the certification

# After the certification › Evidence (paragraph)
keep-the-evidence-for-three-years = Keep the evidence for three years. An auditor may ask for it.[^audit]

# After the certification › Time limits (quote)
the-badge-is-a-promise-not = The badge is a promise, not a medal.

# After the certification › Time limits (quote)
tailwind-toys-lost-its-badge-because =
    Tailwind Toys lost its badge because nobody read the reminder.
    It took five weeks to get it back.

# After the certification › Time limits (quote)
put-the-date-in-your-calendar = Put the date in your calendar.

# How to get an app certified (heading)
questions-and-answers = Questions and answers

# Questions and answers (paragraph)
does-certification-cost-anything-no-only = **Does certification cost anything?** No. Only the penetration test is paid by the publisher.

# Questions and answers (paragraph)
can-i-use-the-badge-in = **Can I use the badge in advertisements?** Yes, as long as you link it to your app page &mdash; and only while it is valid.

# Questions and answers (paragraph)
still-stuck-write-to-us-or = *Still stuck?* Write to us, or read about [other ways to get help](https://learn.example.com/certification/help#contact).

# Questions and answers (paragraph)
the-portal-sends-a-reminder-60 = The portal sends a reminder 60 days before the badge expires.

# Questions and answers (paragraph)
audits-are-announced-four-weeks-ahead = Audits are announced four weeks ahead and concern about one app in fifty.
