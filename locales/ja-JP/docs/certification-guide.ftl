# @how-to-get-an-app-certified
how-to-get-an-app-certified = アプリの認定を受ける方法

# @from-the-first-answer-to-the

# @certification-evidence-analyst

# @this-guide-takes-you-from-an

# @a-badge-is-valid-for-one

# @you-need-an-account-in-the

# @before-you-submit
before-you-submit = 送信する前に

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
what-an-analyst-checks = アナリストが確認する内容

# @the-analyst-compares-each-answer-with

# @outcome
outcome = 結果

# @what-happens-next
what-happens-next = 次のステップ

# @accepted
accepted = <strong>承認</strong>

# @the-row-is-shown-on-the

# @question
question = <strong>質問</strong>

# @you-have-14-days-to-reply

# @rejected
rejected = <strong>却下</strong>

# @the-row-is-left-out-and

# @evidence
evidence = 証拠

# @evidence-must-be-recent-legible-and

# @screenshot-of-the-portal-with-the

# @if-your-app-is-described-in

# @or-run-the-upload-from-a

# @time-limits
time-limits = 期限

# @a-typical-certification-takes-four-weeks

# @week-1

# @you-collect-the-evidence

# @weeks-2-to-4

# @the-analyst-reads-it-and-asks

# @after-the-certification
after-the-certification = 認定の後

# @keep-the-evidence-for-three-years

# @the-badge-is-a-promise-not

# @tailwind-toys-lost-its-badge-because

# @put-the-date-in-your-calendar

# @questions-and-answers
questions-and-answers = よくあるご質問

# @does-certification-cost-anything-no-only

# @can-i-use-the-badge-in

# @still-stuck-write-to-us-or

# @the-portal-sends-a-reminder-60

# @audits-are-announced-four-weeks-ahead

