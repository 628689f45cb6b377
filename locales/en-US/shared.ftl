### Messages that several documents share.

# apps/excel/adatum-forecast.md: How data is handled › Data reached through bots (paragraph)
a-bot-or-a-messaging-extension = A bot or a messaging extension can see who belongs to a team or a chat. The table says whether the app makes use of this.

# apps/excel/adatum-forecast.md: heading
adatum-forecast = Adatum Forecast

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
address-for-reporting-a-vulnerability = Address for reporting a vulnerability

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
address-of-the-trust-center = Address of the trust center

# index.yml: title (yaml)
app-certification = App certification

# apps/excel/adatum-forecast.md: General facts (cell)
app-name = App name

# apps/excel/adatum-forecast.md: How data is handled › Permissions in Microsoft Graph › Permission (cell)
app-registration = **App registration**

# apps/outlook/fabrikam-mail-guard.md: Identity › Permissions in Microsoft Graph › Mail.ReadBasic.All (cell)
application = Application

# apps/excel/adatum-forecast.md: front matter › title
# $app (String) - heading of level 1, for example “Adatum Forecast”
# $publisher (String) - row “Publisher”, for example “Adatum”
application-profile-of-app-by-publisher = Application profile of { $app } by { $publisher }

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-access-rights-reviewed-at-regular = Are access rights reviewed at regular intervals?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-authorities-and-the-people-concerned = Are authorities and the people concerned told of a data breach within 72 hours?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
are-automated-decisions-made-that-could = Are automated decisions made that could have legal effects on a person?

# apps/excel/adatum-forecast.md: Identity (cell)
are-credentials-ever-kept-in-source = Are credentials ever kept in source code?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-developers-trained-in-secure-coding = Are developers trained in secure coding every year?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-development-test-and-production-environments = Are development, test, and production environments kept apart?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
are-employees-bound-to-confidentiality-in = Are employees bound to confidentiality in writing?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-firewall-rules-reviewed-at-least = Are firewall rules reviewed at least twice a year?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-hosts-built-from-a-hardened = Are hosts built from a hardened base image?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
are-internal-audits-of-the-controls = Are internal audits of the controls carried out every year?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-laptops-of-staff-with-production = Are laptops of staff with production access fully encrypted?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-logs-examined-regularly-by-people = Are logs examined regularly, by people or by tools, for signs of an attack?

# apps/excel/adatum-forecast.md: How data is handled › Data reached through bots › Why does the bot read the member list? (cell)
are-names-stored = **Are names stored?**

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-patches-applied-within-the-time = Are patches applied within the time that the policy allows?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
are-privacy-risks-assessed-regularly-for = Are privacy risks assessed regularly, for example by impact assessments?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
are-requests-from-data-subjects-answered = Are requests from data subjects answered within one month?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-secrets-such-as-keys-and = Are secrets such as keys and connection strings held in a key vault?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-suppliers-assessed-for-security-before = Are suppliers assessed for security before a contract is signed?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-the-app-and-its-infrastructure = Are the app and its infrastructure scanned for vulnerabilities every quarter?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-the-clocks-of-all-systems = Are the clocks of all systems synchronized with a trusted source?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
are-vulnerabilities-identified-and-ranked-by = Are vulnerabilities identified and ranked by risk through a defined procedure?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
at-which-fedramp-impact-level-is = At which FedRAMP impact level is the app authorized?

# apps/teams/contoso-crm.md: General facts › Which cloud providers host the app or parts of it? (cell)
azure = Azure

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
can-a-persons-data-be-erased = Can a person's data be erased on request?

# apps/excel/adatum-forecast.md: How data is handled (cell)
can-an-administrator-export-all-data = Can an administrator export all data of the organization?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
can-consent-be-withdrawn-as-easily = Can consent be withdrawn as easily as it was given?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
can-people-correct-data-about-themselves = Can people correct data about themselves?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
can-people-receive-their-data-in = Can people receive their data in a machine-readable format?

# apps/excel/adatum-forecast.md: Identity (cell)
can-several-organizations-use-the-same = Can several organizations use the same registration of the app?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
can-the-processing-of-a-persons = Can the processing of a person's data be restricted on request?

# apps/outlook/fabrikam-mail-guard.md: Security (heading)
catalog-entry = Catalog entry

# apps/outlook/fabrikam-mail-guard.md: Fabrikam Mail Guard (heading)
compliance = Compliance

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
contact-of-the-data-protection-officer = Contact of the data protection officer

# apps/teams/contoso-crm.md: heading
contoso-crm-dbc7 = Contoso CRM

# apps/excel/adatum-forecast.md: How data is handled (heading)
controls-for-administrators = Controls for administrators

# apps/excel/adatum-forecast.md: General facts (cell)
country-or-region-of-the-head = Country or region of the company headquarters

# apps/excel/adatum-forecast.md: How data is handled (heading)
data-reached-through-bots = Data reached through bots

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
date-of-the-latest-soc-1 = Date of the latest SOC 1 report

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
date-of-the-latest-soc-2 = Date of the latest SOC 2 report

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
date-of-the-latest-soc-3 = Date of the latest SOC 3 report

# apps/excel/adatum-forecast.md: How data is handled › Permissions in Microsoft Graph › Files.Read (cell)
delegated = Delegated

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
do-all-components-of-the-app = Do all components of the app write event logs?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
do-all-employees-attend-security-awareness = Do all employees attend security awareness training every year?

# apps/excel/adatum-forecast.md: How data is handled › People with access to data (paragraph)
do-employees-of-the-publisher-ever = Do employees of the publisher ever look at data of your organization?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
do-privacy-laws-such-as-the = Do privacy laws such as the GDPR or the CCPA apply to the app?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
do-the-coding-guidelines-cover-widespread = Do the coding guidelines cover widespread weaknesses such as the OWASP Top 10?

# apps/excel/adatum-forecast.md: Identity (cell)
do-the-registered-permissions-match-those = Do the registered permissions match those that the app asks for while it runs?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
does-a-policy-set-the-time = Does a policy set the time within which patches must be applied?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
does-a-public-privacy-notice-explain = Does a public privacy notice explain how data is collected, used, passed on, and stored?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
does-any-operating-system-or-software = Does any operating system or software in the environment lack vendor support?

# apps/excel/adatum-forecast.md: How data is handled › Telemetry and logs (paragraph)
does-anything-that-identifies-a-person = Does anything that identifies a person or your organization end up in telemetry or logs, and when is it removed?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
does-personal-data-leave-the-region = Does personal data leave the region in which it was collected?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
does-the-app-ask-for-consent = Does the app ask for consent before it sets optional cookies?

# apps/excel/adatum-forecast.md: Identity (cell)
does-the-app-ask-only-for = Does the app ask only for the permissions that it needs?

# apps/excel/adatum-forecast.md: Identity (cell)
does-the-app-call-preview-or = Does the app call preview or retired APIs?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-comply-with-the = Does the app comply with the German catalogue of criteria for cloud services (BSI C5)?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-comply-with-the-6049 = Does the app comply with the Payment Services Directive (PSD2)?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-comply-with-the-6914 = Does the app comply with the Spanish National Security Framework (ENS)?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-conform-to-the = Does the app conform to the Web Content Accessibility Guidelines (WCAG)?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-follow-iso-iec = Does the app follow ISO/IEC 27017 for cloud services?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-follow-iso-iec-6835 = Does the app follow ISO/IEC 27018 for personal data in public clouds?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-follow-the-controls = Does the app follow the controls of ISO/IEC 27002?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-handle-payment-card = Does the app handle payment card data?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
does-the-app-handle-sensitive-categories = Does the app handle sensitive categories of data, such as health, religion, or biometric features?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-hold-an-iso = Does the app hold an ISO/IEC 27001 certificate?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-hold-an-iso-3b10 = Does the app hold an ISO 22301 certificate for business continuity?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-implement-the-requirements = Does the app implement the requirements of NIST SP 800-171?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
does-the-app-knowingly-handle-data = Does the app knowingly handle data of people under 16?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-meet-the-childrens = Does the app meet the Children's Online Privacy Protection Act (COPPA)?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-meet-the-requirements = Does the app meet the requirements of the Health Insurance Portability and Accountability Act (HIPAA)?

# apps/excel/adatum-forecast.md: How data is handled (cell)
does-the-app-or-its-infrastructure = Does the app or its infrastructure process data about customers or their devices?

# apps/excel/adatum-forecast.md: How data is handled (cell)
does-the-app-or-its-infrastructure-2bf9 = Does the app or its infrastructure store customer data?

# apps/excel/adatum-forecast.md: Identity (cell)
does-the-app-react-to-continuous = Does the app react to Continuous Access Evaluation events?

# apps/excel/adatum-forecast.md: Identity (cell)
does-the-app-sign-users-in = Does the app sign users in through the Microsoft identity platform?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-app-support-schools-in = Does the app support schools in meeting the Family Educational Rights and Privacy Act (FERPA)?

# apps/excel/adatum-forecast.md: Identity (cell)
does-the-app-work-with-conditional = Does the app work with Conditional Access policies?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
does-the-certificate-cover-the-hosting = Does the certificate cover the hosting environment as well as the app?

# apps/excel/adatum-forecast.md: Identity (cell)
does-the-publisher-control-every-redirect = Does the publisher control every redirect URI that is registered?

# apps/teams-apps.md: All apps › Adatum Forecast (cell)
excel = Excel

# apps/outlook/fabrikam-mail-guard.md: heading
fabrikam-mail-guard = Fabrikam Mail Guard

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
for-how-many-days-are-logs = For how many days are logs kept?

# index.yml: landingContent › title (yaml)
for-publishers = For publishers

# apps/excel/adatum-forecast.md: Adatum Forecast (heading)
general-facts = General facts

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
has-a-data-protection-officer-been = Has a data protection officer been appointed?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
has-the-app-been-assessed-against = Has the app been assessed against the HITRUST framework?

# apps/excel/adatum-forecast.md: Identity (cell)
has-the-integration-been-checked-against = Has the integration been checked against the published list of good practices?

# apps/excel/adatum-forecast.md: Identity (paragraph)
# $publisher (String) - row “Publisher”, for example “Adatum”
# $app (String) - heading of level 1, for example “Adatum Forecast”
here-publisher-explains-how-app-signs = Here { $publisher } explains how { $app } signs users in and how it is registered.

# apps/excel/adatum-forecast.md: How data is handled (paragraph)
# $publisher (String) - row “Publisher”, for example “Adatum”
# $app (String) - heading of level 1, for example “Adatum Forecast”
here-publisher-explains-which-data-app = Here { $publisher } explains which data { $app } collects, where the data is kept, and how far your organization stays in control of it.

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
how-are-customers-told-about-a = How are customers told about a new subprocessor?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
how-can-a-person-send-such = How can a person send such a request?

# apps/excel/adatum-forecast.md: Adatum Forecast (heading)
how-data-is-handled = How data is handled

# apps/excel/adatum-forecast.md: How data is handled (cell)
how-long-is-customer-data-kept = How long is customer data kept after a subscription ends?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
how-often-are-backups-taken = How often are backups taken?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
how-often-are-encryption-keys-rotated = How often are encryption keys rotated?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
how-quickly-are-critical-patches-applied = How quickly are critical patches applied?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
how-soon-is-access-withdrawn-when = How soon is access withdrawn when an employee leaves?

# apps/excel/adatum-forecast.md: Adatum Forecast (heading)
identity = Identity

# apps/excel/adatum-forecast.md: How data is handled (cell)
in-which-regions-is-stored-data = In which regions is stored data kept?

# apps/excel/adatum-forecast.md: General facts (cell)
information = **Information**

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
is-a-data-processing-agreement-offered = Is a data processing agreement offered to customers?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
is-a-list-of-subprocessors-published = Is a list of subprocessors published?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
is-a-pci-dss-assessment-of = Is a PCI DSS assessment of the app and its environment made every year?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
is-a-record-of-processing-activities = Is a record of processing activities kept up to date?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
is-a-soc-1-report-available = Is a SOC 1 report available?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
is-a-soc-2-report-available = Is a SOC 2 report available?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
is-a-soc-3-report-published = Is a SOC 3 report published?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-a-web-application-firewall-placed = Is a web application firewall placed in front of public endpoints?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-an-employee-alerted-automatically-when = Is an employee alerted automatically when a security event is detected?

# apps/excel/adatum-forecast.md: How data is handled (cell)
is-customer-data-shared-with-subcontractors = Is customer data shared with subcontractors?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
is-customer-data-used-for-purposes = Is customer data used for purposes that the privacy notice leaves out, for example marketing?

# apps/excel/adatum-forecast.md: How data is handled (cell)
is-data-encrypted-at-rest-and = Is data encrypted at rest and in transit?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
is-data-erased-in-a-way = Is data erased in a way that makes recovery impossible?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-each-code-change-approved-by = Is each code change approved by somebody other than its author?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-each-customers-data-separated-from = Is each customer's data separated from that of other customers?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-intrusion-detection-or-prevention-software = Is intrusion detection or prevention software in use at the network perimeter?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-open-source-code-checked-for = Is open-source code checked for known vulnerabilities before each release?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
is-personal-data-replaced-by-pseudonyms = Is personal data replaced by pseudonyms wherever the purpose allows?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
is-personal-data-sold-or-rented = Is personal data sold or rented to third parties?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
is-personal-data-used-to-train = Is personal data used to train machine learning models?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-real-customer-data-ever-used = Is real customer data ever used for testing?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
is-the-app-authorized-under-the = Is the app authorized under the Federal Risk and Authorization Management Program (FedRAMP)?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
is-the-app-listed-in-the = Is the app listed in the registry of the Cloud Security Alliance (CSA STAR)?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-the-app-penetration-tested-by = Is the app penetration-tested by an independent party at least once a year?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
is-the-app-within-the-scope = Is the app within the scope of the Sarbanes-Oxley Act (SOX)?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-the-incident-response-plan-exercised = Is the incident response plan exercised at least once a year?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-the-outer-network-boundary-protected = Is the outer network boundary protected by a firewall?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-there-a-defined-procedure-for = Is there a defined procedure for creating, changing, and removing staff accounts?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-there-a-formal-process-for = Is there a formal process for managing information security risks?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-there-a-published-target-for = Is there a published target for the availability of the service?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
is-there-a-schedule-that-says = Is there a schedule that says how long each kind of data is kept?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-there-a-written-disaster-recovery = Is there a written disaster recovery plan that covers backups and how to restore them?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
is-there-a-written-procedure-for = Is there a written procedure for responding to security incidents?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
may-customers-ask-for-a-copy = May customers ask for a copy of the audit reports?

# apps/excel/adatum-forecast.md: General facts (cell)
microsoft-365-clients-that-can-run = Microsoft 365 clients that can run the app

# apps/teams-apps.md: All apps › Contoso CRM (cell)
microsoft-teams = Microsoft Teams

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
must-every-change-be-requested-reviewed = Must every change be requested, reviewed, and approved before it reaches production?

# apps/excel/adatum-forecast.md: How data is handled › What kinds of data does the app process? (cell)
n-a = N/A

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
name-of-the-body-that-issued = Name of the body that issued the ISO/IEC 27001 certificate

# apps/excel/adatum-forecast.md: How data is handled › Does the app or its infrastructure process data about customers or their devices? (cell)
no = No

# apps/outlook/fabrikam-mail-guard.md: How data is handled › Other services (quote)
no-other-services-receive-data-from = No other services receive data from this app.

# apps/excel/adatum-forecast.md: How data is handled › Telemetry and logs (quote)
no-personal-data-appears-in-telemetry = No personal data appears in telemetry or logs.

# apps/teams/northwind-inventory.md: heading
northwind-inventory-e699 = Northwind Inventory

# apps/excel/adatum-forecast.md: Adatum Forecast (list-item)
# $store-id (String) - a pattern, for example “WA200009104”
open-in-the-marketplace = <a href="https://store.example.com/product/{ $store-id }" target="_blank">Open in the marketplace</a>

# apps/teams/contoso-crm.md: Contoso CRM (list-item)
# $teams-id (String) - a pattern, for example “5c1f7e02-93ab-4d1e-8f60-2b7a9d40c113”
open-in-the-teams-store = <a href="https://teams.example.com/l/app/{ $teams-id }" target="_blank">Open in the Teams store</a>

# apps/excel/adatum-forecast.md: Identity (heading)
other-microsoft-apis = Other Microsoft APIs

# apps/excel/adatum-forecast.md: How data is handled (heading)
other-services = Other services

# apps/teams-apps.md: All apps › Fabrikam Mail Guard (cell)
outlook = Outlook

# apps/excel/adatum-forecast.md: How data is handled (heading)
people-with-access-to-data = People with access to data

# apps/excel/adatum-forecast.md: How data is handled › Permissions in Microsoft Graph (cell)
permission = **Permission**

# apps/excel/adatum-forecast.md: How data is handled (heading)
permissions-in-microsoft-graph = Permissions in Microsoft Graph

# apps/outlook/fabrikam-mail-guard.md: Fabrikam Mail Guard (heading)
privacy = Privacy

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
privacy-notice-address = Privacy notice address

# apps/excel/adatum-forecast.md: General facts (cell)
product-page = Product page

# apps/excel/adatum-forecast.md: General facts (cell)
publisher = Publisher

# apps/outlook/fabrikam-mail-guard.md: Privacy (paragraph)
# $publisher (String) - row “Publisher”, for example “Fabrikam”
publisher-has-answered-about-personal-data = { $publisher } has answered these questions about personal data.

# apps/outlook/fabrikam-mail-guard.md: Security (paragraph)
# $publisher (String) - row “Publisher”, for example “Fabrikam”
# $app (String) - heading of level 1, for example “Fabrikam Mail Guard”
publisher-has-answered-these-questions-about = { $publisher } has answered these questions about the protection of { $app } and its infrastructure.

# apps/excel/adatum-forecast.md: General facts (paragraph)
# $publisher (String) - row “Publisher”, for example “Adatum”
# $app (String) - heading of level 1, for example “Adatum Forecast”
publisher-has-told-the-catalog-team = { $publisher } has told the catalog team the following about { $app }:

# apps/excel/adatum-forecast.md: General facts (cell)
publisher-website = Publisher website

# apps/excel/adatum-forecast.md: General facts › Information (cell)
response = **Response**

# apps/outlook/fabrikam-mail-guard.md: Fabrikam Mail Guard (heading)
security = Security

# apps/excel/adatum-forecast.md: How data is handled › People with access to data › title (attribute)
security-details-from-the-proseware-cloud = Security details from the Proseware Cloud Catalog

# apps/excel/adatum-forecast.md: How data is handled › People with access to data (paragraph)
# $link (String) - link target, for example “https://catalog.example.com/#/dashboard/41004”
show-in-a-new-tab = <a href="{ $link }" target="_blank">Show in a new tab</a>

# apps/excel/adatum-forecast.md: How data is handled › Permissions in Microsoft Graph › User.Read (cell)
signs-the-user-in = Signs the user in.

# apps/teams/contoso-crm.md: Identity › Permissions in Microsoft Graph › User.Read (cell)
signs-the-user-in-and-shows = Signs the user in and shows the name and the photo in the header of the tab.

# apps/excel/adatum-forecast.md: How data is handled › Other services (paragraph)
some-apps-pass-data-of-your = Some apps pass data of your organization to services of other companies. If this app does so, the services and the reasons are named here.

# apps/excel/adatum-forecast.md: General facts (cell)
store-id = Store ID

# apps/excel/adatum-forecast.md: General facts (cell)
support-contact = Support contact

# apps/excel/adatum-forecast.md: How data is handled (heading)
telemetry-and-logs = Telemetry and logs

# apps/excel/adatum-forecast.md: General facts (cell)
terms-of-use = Terms of use

# apps/excel/adatum-forecast.md: How data is handled › Permissions in Microsoft Graph (paragraph)
the-app-asks-for-these-microsoft = The app asks for these [Microsoft Graph permissions](https://learn.example.com/graph/permissions):

# apps/excel/adatum-forecast.md: How data is handled › People with access to data (paragraph)
the-details-below-are-taken-from = The details below are taken from the [Proseware Cloud Catalog](https://www.example.com/cloud-catalog).

# apps/excel/adatum-forecast.md: Adatum Forecast (html)
# $reviewed (Date) - after “The developer last reviewed this page on:”, for example “May 3, 2021”
the-developer-last-reviewed-this-page = The developer last reviewed this page on: { DATETIME($reviewed, dateStyle: "long") }

# apps/outlook/fabrikam-mail-guard.md: Compliance (paragraph)
# $app (String) - heading of level 1, for example “Fabrikam Mail Guard”
the-table-shows-which-laws-and = The table shows which laws and standards { $app } is measured against.

# apps/excel/adatum-forecast.md: Identity › Other Microsoft APIs (quote)
this-app-does-not-call-any = This app does not call any other Microsoft APIs.

# apps/excel/adatum-forecast.md: How data is handled › Permissions in Microsoft Graph › Permission (cell)
type-of-permission = **Type of permission**

# apps/excel/adatum-forecast.md: How data is handled › Controls for administrators (paragraph)
what-can-an-administrator-do-about = What can an administrator do about data that the publisher holds, for instance delete, export, or archive it?

# apps/excel/adatum-forecast.md: How data is handled (cell)
what-kinds-of-data-does-the = What kinds of data does the app process?

# apps/excel/adatum-forecast.md: front matter › description
# $publisher (String) - row “Publisher”, for example “Adatum”
# $app (String) - heading of level 1, for example “Adatum Forecast”
what-publisher-has-declared-about-the = What { $publisher } has declared about the security, compliance, and data handling of { $app }, including its permissions and the way it signs users in.

# apps/excel/adatum-forecast.md: General facts (cell)
what-the-app-is-for = What the app is for

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
when-was-a-restore-last-rehearsed = When was a restore last rehearsed?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
where-is-multifactor-authentication-enforced = Where is multifactor authentication enforced?

# apps/excel/adatum-forecast.md: Identity (cell)
which-authentication-library-does-the-app = Which authentication library does the app use?

# apps/excel/adatum-forecast.md: General facts (cell)
which-cloud-providers-host-the-app = Which cloud providers host the app or parts of it?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
which-csa-star-level-has-been = Which CSA STAR level has been reached?

# apps/excel/adatum-forecast.md: Identity (cell)
which-kinds-of-policies-have-been = Which kinds of policies have been tested?

# apps/outlook/fabrikam-mail-guard.md: Privacy (cell)
which-legal-instrument-covers-transfers-to = Which legal instrument covers transfers to other countries?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
which-password-length-does-the-policy = Which password length does the policy require?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
which-protection-against-malware-runs-in = Which protection against malware runs in the production environment?

# apps/excel/adatum-forecast.md: General facts (cell)
which-service-model-is-the-app = Which hosting service model does the app run on?

# apps/outlook/fabrikam-mail-guard.md: Security (cell)
which-team-owns-the-risk-register = Which team owns the risk register?

# apps/excel/adatum-forecast.md: How data is handled (cell)
which-tls-versions-does-the-app = Which TLS versions does the app accept?

# apps/outlook/fabrikam-mail-guard.md: Compliance (cell)
which-type-of-soc-2-report = Which type of SOC 2 report is it?

# apps/excel/adatum-forecast.md: How data is handled › Data reached through bots › Why does the bot read the member list? (cell)
why-are-names-stored = **Why are names stored?**

# apps/excel/adatum-forecast.md: How data is handled › Data reached through bots (cell)
why-does-the-bot-read-the = **Why does the bot read the member list?**

# apps/excel/adatum-forecast.md: How data is handled › Permissions in Microsoft Graph › Permission (cell)
why-is-it-needed = **Why is it needed?**

# apps/excel/adatum-forecast.md: How data is handled › Is data encrypted at rest and in transit? (cell)
yes = Yes
