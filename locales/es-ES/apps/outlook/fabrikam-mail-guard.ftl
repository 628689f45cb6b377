# @application-profile-fabrikam-mail-guard-by
application-profile-fabrikam-mail-guard-by = Perfil de la aplicación: Fabrikam Mail Guard de Fabrikam

# @open-in-the-outlook-store

# @outlook-for-windows-outlook-on-the

# @fabrikam-mail-guard-checks-outgoing-messages

# @germany
germany = Alemania

# @hybrid
hybrid = Híbrido

# @azure-proseware-cloud

# @message-headers-and-attachment-names

# @tls1-2-or-later

# @log-entries-hold-a-hashed-user

# @rules-are-managed-in-the-fabrikam

# @every-four-hours

# @application-control-only

# @within-30-days

# @planned-for-2022

# @privileged-accounts

# @within-24-hours

# @compliance-team

# @every-90-days
every-90-days = Cada 90 días

# @show-in-a-new-tab-3e07

# @type-1
type-1 = Tipo 1

# @litware-audit-gmbh

# @partly
partly = Parcialmente

# @on-request
on-request = A petición

# @privacy-at-fabrikam

# @only-where-a-school-has-agreed

# @standard-contractual-clauses

# @by-letter-or-e-mail

# @an-in-house-library

# @reads-the-headers-and-the-attachment

# @counts-messages-per-day-for-the

