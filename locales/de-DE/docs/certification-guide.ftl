# @how-to-get-an-app-certified
how-to-get-an-app-certified = So lassen Sie eine App zertifizieren

# @from-the-first-answer-to-the

# @certification-evidence-analyst

# @this-guide-takes-you-from-an

# @a-badge-is-valid-for-one

# @you-need-an-account-in-the

# @before-you-submit
before-you-submit = Vor dem Einreichen

# @collect-the-following-before-you-open

# @the-address-of-your-privacy-notice

# @a-diagram-of-the-data-flow

# @the-report-of-your-latest-penetration

# @then-work-through-these-steps

# @sign-in-to-the-publisher-portal

# @select-your-app-and-open-certification

# @the-questionnaire-saves-your-answers-every

# @answer-every-question-even-if-the

# @attach-a-file-where-you-are

# @policies-as-pdf

# @screenshots-as-png

# @scan-results-as-they-come-out

# @leave-nothing-in-a-draft-state

# @choose-submit

# @after-you-submit-the-answers-are

# @corrections-in-the-meantime-go-to

# @a-withdrawn-questionnaire-cannot-be-restored

# @what-an-analyst-checks
what-an-analyst-checks = Was ein Analyst prüft

# @the-analyst-compares-each-answer-with

# @outcome

# @what-happens-next

# @accepted

# @the-row-is-shown-on-the

# @question

# @you-have-14-days-to-reply

# @rejected

# @the-row-is-left-out-and

# @evidence
evidence = Nachweise

# @evidence-must-be-recent-legible-and

# @screenshot-of-the-portal-with-the

# @if-your-app-is-described-in

# @or-run-the-upload-from-a

# @time-limits
time-limits = Fristen

# @a-typical-certification-takes-four-weeks

# @week-1

# @you-collect-the-evidence

# @weeks-2-to-4

# @the-analyst-reads-it-and-asks

# @after-the-certification
after-the-certification = Nach der Zertifizierung

# @keep-the-evidence-for-three-years

# @the-badge-is-a-promise-not

# @tailwind-toys-lost-its-badge-because

# @put-the-date-in-your-calendar

# @questions-and-answers
questions-and-answers = Fragen und Antworten

# @does-certification-cost-anything-no-only

# @can-i-use-the-badge-in

# @still-stuck-write-to-us-or

# @the-portal-sends-a-reminder-60

# @audits-are-announced-four-weeks-ahead

