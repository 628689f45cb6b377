# @application-profile-fabrikam-mail-guard-by

# @open-in-the-outlook-store

# @outlook-for-windows-outlook-on-the

# @fabrikam-mail-guard-checks-outgoing-messages

# @germany
germany = Deutschland

# @hybrid
hybrid = Hybrid

# @azure-proseware-cloud

# @message-headers-and-attachment-names

# @tls1-2-or-later
tls1-2-or-later = TLS1.2 oder höher

# @log-entries-hold-a-hashed-user

# @rules-are-managed-in-the-fabrikam

# @every-four-hours
every-four-hours = Alle vier Stunden

# @application-control-only

# @within-30-days
within-30-days = Innerhalb von 30 Tagen

# @planned-for-2022
planned-for-2022 = Für 2022 geplant

# @privileged-accounts

# @within-24-hours
within-24-hours = Innerhalb von 24 Stunden

# @compliance-team
compliance-team = Compliance-Team

# @every-90-days
every-90-days = Alle 90 Tage

# @show-in-a-new-tab-3e07

# @type-1
type-1 = Typ 1

# @litware-audit-gmbh

# @partly
partly = Teilweise

# @on-request
on-request = Auf Anfrage

# @privacy-at-fabrikam

# @only-where-a-school-has-agreed

# @standard-contractual-clauses

# @by-letter-or-e-mail

# @an-in-house-library

# @reads-the-headers-and-the-attachment

# @counts-messages-per-day-for-the

