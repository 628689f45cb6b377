### apps/teams/contoso-crm.md

# General facts › What the app is for (cell)
contoso-crm-brings-customers-deals-and = Contoso CRM brings customers, deals, and follow-up tasks into the channels where a sales team already talks. Each deal gets its own tab, and meeting notes are filed with the right customer without leaving Teams.

# General facts › Country or region of the head office (cell)
denmark = Denmark

# General facts › Product page (cell)
contoso-crm-for-sales-teams = [Contoso CRM for sales teams](https://www.contoso.com/crm)

# How data is handled › What kinds of data does the app process? (cell)
names-e-mail-addresses-calendar-entries = Names, e-mail addresses, calendar entries, and `customerNotes` fields

# How data is handled › In which regions is stored data kept? (cell)
european-union = European Union

# How data is handled › How long is customer data kept after a subscription ends? (cell)
n-30-days-then-it-is-erased = 30 days, then it is erased from all systems including backups

# How data is handled › Other services (quote)
the-address-of-a-customers-office = The address of a customer's office is sent to the map service of Tailwind Maps so that the app can draw a route. Names of people are not sent.

# How data is handled › Data reached through bots (cell)
members-of-a-channel-are-listed = Members of a channel are listed so that a deal can be handed to one of them.

# How data is handled › Data reached through bots › Members of a channel are listed so that a deal can be handed to one of them. (cell)
the-name-is-kept-with-the = The name is kept with the deal as its owner.

# How data is handled › Telemetry and logs (quote)
log-entries-name-the-tenant-and = Log entries name the tenant and the action, never a person. They are deleted after `retentionDays` days.

# How data is handled › Controls for administrators (quote)
an-administrator-can-erase-export-or = An administrator can erase, export, or archive all records of the organization in the **Administration** tab. The audit trail can be downloaded as a CSV file.

# How data is handled › People with access to data (quote)
no-personal-data-leaves-the-region = No personal data leaves the region.

# How data is handled › People with access to data (quote)
support-staff-of-contoso-may-look = Support staff of Contoso may look at a record only when a customer has opened a ticket and has granted access for one day.

# Security › How often are backups taken? (cell)
daily-weekly-monthly-depending-on-the = Daily \| weekly \| monthly, depending on the system

# Security › How quickly are critical patches applied? (cell)
within-7-days = Within 7 days

# Security › Where is multifactor authentication enforced? (cell)
code-repository-dns-management-privileged-accounts = Code repository<br/>DNS management<br/>Privileged accounts

# Security › How soon is access withdrawn when an employee leaves? (cell)
on-the-last-working-day = On the last working day

# Security › For how many days are logs kept? (cell)
set-by-retentiondays-180-by-default = Set by `retentionDays`, 180 by default

# Security › Which team owns the risk register? (cell)
r-d-and-operations = R&amp;D and Operations

# Security › How often are encryption keys rotated? (cell)
once-a-year = Once a year

# Security (cell)
is-remote-access-to-production-limited = Is remote access to production limited to managed devices?

# Security (cell)
are-employees-screened-before-they-are = Are employees screened before they are hired, as far as the law allows?

# Security (cell)
is-traffic-between-the-tiers-of = Is traffic between the tiers of the app restricted to what is needed?

# Compliance › Which type of SOC 2 report is it? (cell)
type-2 = Type 2

# Compliance › Name of the body that issued the ISO/IEC 27001 certificate (cell)
proseware-certification = Proseware Certification

# Compliance › Which CSA STAR level has been reached? (cell)
level-1-self-assessment = Level 1, self-assessment

# Compliance › Does the app conform to the Web Content Accessibility Guidelines (WCAG)? (cell)
level-aa = Level AA

# Compliance (cell)
is-the-app-audited-under-uk = Is the app audited under UK Cyber Essentials Plus?

# Compliance (cell)
does-the-app-comply-with-the-87cd = Does the app comply with the Australian Information Security Registered Assessors Program (IRAP)?

# Compliance › May customers ask for a copy of the audit reports? (cell)
yes-after-signing-a-confidentiality-agreement = Yes, after signing a confidentiality agreement

# Privacy › Can people receive their data in a machine-readable format? (cell)
yes-as-json-or-csv = Yes, as JSON or CSV

# Privacy › How are customers told about a new subprocessor? (cell)
by-e-mail-at-least-30 = By e-mail, at least 30 days ahead

# Privacy › How can a person send such a request? (cell)
write-to-privacy-contoso-com-or = Write to privacy@contoso.com or use the form in the app under **Settings** > **My data**.

# Privacy (cell)
does-the-app-show-its-privacy = Does the app show its privacy settings the first time it is opened?

# Privacy (cell)
is-diagnostic-data-collected-only-after = Is diagnostic data collected only after the user has agreed?

# Identity › Which kinds of policies have been tested? (cell)
block-legacy-sign-in-require-multifactor = - Block legacy sign-in<br/>- Require multifactor authentication<br/>- Require a compliant device

# Identity › Permissions in Microsoft Graph › Calendars.ReadWrite (cell)
adds-follow-up-meetings-to-the = Adds follow-up meetings to the calendar of the signed-in user and reads their times.

# Identity › Permissions in Microsoft Graph › Contacts.Read (cell)
suggests-contacts-of-the-user-when = Suggests contacts of the user when a new customer is created.

# Identity › Permissions in Microsoft Graph › Files.ReadWrite.All (cell)
saves-offers-contracts-in-the-document = Saves offers &amp; contracts in the document library of the team.

# Identity › Permissions in Microsoft Graph › Group.Read.All (cell)
finds-the-teams-in-which-the = Finds the teams in which the app is installed, so that it can send reminders.

# Identity › Permissions in Microsoft Graph › Mail.Send (cell)
sends-an-offer-by-e-mail = Sends an offer by e-mail once the user has pressed **Send**.
