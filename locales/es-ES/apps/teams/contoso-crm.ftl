# @contoso-crm-brings-customers-deals-and

# @denmark
denmark = Dinamarca

# @contoso-crm-for-sales-teams

# @names-e-mail-addresses-calendar-entries

# @european-union

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
within-7-days = En un plazo de 7 días

# @code-repository-dns-management-privileged-accounts

# @on-the-last-working-day

# @set-by-retentiondays-180-by-default

# @r-d-and-operations

# @once-a-year
once-a-year = Una vez al año

# @is-remote-access-to-production-limited

# @are-employees-screened-before-they-are

# @is-traffic-between-the-tiers-of

# @show-in-a-new-tab-44ab

# @type-2
type-2 = Tipo 2

# @proseware-certification

# @level-1-self-assessment

# @level-aa
level-aa = Nivel AA

# @is-the-app-audited-under-uk

# @does-the-app-comply-with-the-87cd

# @yes-after-signing-a-confidentiality-agreement

# @yes-as-json-or-csv

# @by-e-mail-at-least-30

# @write-to-privacy-contoso-com-or

# @does-the-app-show-its-privacy

# @is-diagnostic-data-collected-only-after

# @block-legacy-sign-in-require-multifactor

# @adds-follow-up-meetings-to-the

# @suggests-contacts-of-the-user-when

# @saves-offers-contracts-in-the-document

# @finds-the-teams-in-which-the

# @sends-an-offer-by-e-mail

