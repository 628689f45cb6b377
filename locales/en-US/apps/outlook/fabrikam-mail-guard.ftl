### apps/outlook/fabrikam-mail-guard.md

# front matter › title
application-profile-fabrikam-mail-guard-by = Application profile: Fabrikam Mail Guard by Fabrikam

# Fabrikam Mail Guard (list-item)
open-in-the-outlook-store = <a href="https://outlook.example.com/addins/1b64f0c8-7e29-4a3d-95f1-c30d82e7ab56" target="_blank">Open in the Outlook store</a>

# General facts › Microsoft 365 clients that can run the app (cell)
outlook-for-windows-outlook-on-the = Outlook for Windows, Outlook on the web

# General facts › What the app is for (cell)
fabrikam-mail-guard-checks-outgoing-messages = Fabrikam Mail Guard checks outgoing messages for confidential attachments and asks the sender to confirm before the message leaves the mailbox.

# General facts › Country or region of the head office (cell)
germany = Germany

# General facts › Which service model is the app hosted under? (cell)
hybrid = Hybrid

# General facts › Which cloud providers host the app or parts of it? (cell)
azure-proseware-cloud = Azure, Proseware Cloud

# How data is handled › What kinds of data does the app process? (cell)
message-headers-and-attachment-names = Message headers and attachment names

# How data is handled › Which TLS versions does the app accept? (cell)
tls1-2-or-later = TLS1.2 or later

# How data is handled › Telemetry and logs (quote)
log-entries-hold-a-hashed-user =
    Log entries hold a hashed user identifier and the result of the check.
    The subject and the body of a message are never logged.
    Entries are removed after 90 days.

# How data is handled › Controls for administrators (quote)
rules-are-managed-in-the-fabrikam = Rules are managed in the Fabrikam console; see <a href="https://www.fabrikam.com/docs/console" target="_blank">the console handbook</a> for roles and retention.

# Security › How often are backups taken? (cell)
every-four-hours = Every four hours

# Security › Which protection against malware runs in the production environment? (cell)
application-control-only = Application control only

# Security › How quickly are critical patches applied? (cell)
within-30-days = Within 30 days

# Security › Is a web application firewall placed in front of public endpoints? (cell)
planned-for-2022 = Planned for 2022

# Security › Where is multifactor authentication enforced? (cell)
privileged-accounts = Privileged accounts

# Security › How soon is access withdrawn when an employee leaves? (cell)
within-24-hours = Within 24 hours

# Security › Which team owns the risk register? (cell)
compliance-team = Compliance team

# Security › How often are encryption keys rotated? (cell)
every-90-days = Every 90 days

# Compliance › Which type of SOC 2 report is it? (cell)
type-1 = Type 1

# Compliance › Name of the body that issued the ISO/IEC 27001 certificate (cell)
litware-audit-gmbh = Litware Audit GmbH

# Compliance › Does the app conform to the Web Content Accessibility Guidelines (WCAG)? (cell)
partly = Partly

# Compliance › May customers ask for a copy of the audit reports? (cell)
on-request = On request

# Privacy › Privacy notice address (cell)
privacy-at-fabrikam = [Privacy at Fabrikam](https://www.fabrikam.com/privacy)

# Privacy › Does the app knowingly handle data of people under 16? (cell)
only-where-a-school-has-agreed = Only where a school has agreed to it

# Privacy › Which legal instrument covers transfers to other countries? (cell)
standard-contractual-clauses = Standard contractual clauses

# Privacy › How can a person send such a request? (cell)
by-letter-or-e-mail = By letter or e-mail

# Identity › Which authentication library does the app use? (cell)
an-in-house-library = An in-house library

# Identity › Permissions in Microsoft Graph › Mail.Read (cell)
reads-the-headers-and-the-attachment = Reads the headers and the attachment names of the message that is about to be sent.

# Identity › Permissions in Microsoft Graph › Mail.ReadBasic.All (cell)
counts-messages-per-day-for-the = Counts messages per day for the weekly report to administrators.
