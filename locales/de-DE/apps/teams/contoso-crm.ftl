# @contoso-crm-brings-customers-deals-and

# @denmark
denmark = Dänemark

# @contoso-crm-for-sales-teams

# @names-e-mail-addresses-calendar-entries

# @european-union
european-union = Europäische Union

# @n-30-days-then-it-is-erased

# @the-address-of-a-customers-office

# @members-of-a-channel-are-listed

# @the-name-is-kept-with-the

# @log-entries-name-the-tenant-and

# @an-administrator-can-erase-export-or

# @no-personal-data-leaves-the-region

# @support-staff-of-contoso-may-look

# @daily-weekly-monthly-depending-on-the

# @within-7-days
within-7-days = Innerhalb von 7 Tagen

# @code-repository-dns-management-privileged-accounts

# @on-the-last-working-day

# @set-by-retentiondays-180-by-default

# @r-d-and-operations

# @once-a-year
once-a-year = Einmal jährlich

# @is-remote-access-to-production-limited
is-remote-access-to-production-limited = Ist der Fernzugriff auf die Produktion auf verwaltete Geräte beschränkt?

# @are-employees-screened-before-they-are
are-employees-screened-before-they-are = Werden Mitarbeiter vor der Einstellung überprüft, soweit das Gesetz es erlaubt?

# @is-traffic-between-the-tiers-of
is-traffic-between-the-tiers-of = Ist der Datenverkehr zwischen den Ebenen der App auf das Nötige beschränkt?

# @show-in-a-new-tab-44ab

# @type-2
type-2 = Typ 2

# @proseware-certification

# @level-1-self-assessment

# @level-aa
level-aa = Stufe AA

# @is-the-app-audited-under-uk
is-the-app-audited-under-uk = Wird die App nach dem britischen Programm Cyber Essentials Plus geprüft?

# @does-the-app-comply-with-the-87cd
does-the-app-comply-with-the-87cd = Erfüllt die App das australische Information Security Registered Assessors Program (IRAP)?

# @yes-after-signing-a-confidentiality-agreement

# @yes-as-json-or-csv

# @by-e-mail-at-least-30

# @write-to-privacy-contoso-com-or

# @does-the-app-show-its-privacy
does-the-app-show-its-privacy = Zeigt die App beim ersten Öffnen ihre Datenschutzeinstellungen an?

# @is-diagnostic-data-collected-only-after
is-diagnostic-data-collected-only-after = Werden Diagnosedaten erst nach Zustimmung des Benutzers erfasst?

# @block-legacy-sign-in-require-multifactor

# @adds-follow-up-meetings-to-the

# @suggests-contacts-of-the-user-when

# @saves-offers-contracts-in-the-document

# @finds-the-teams-in-which-the

# @sends-an-offer-by-e-mail

