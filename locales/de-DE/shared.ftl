# @a-bot-or-a-messaging-extension
a-bot-or-a-messaging-extension = Ein Bot oder eine Messaging-Erweiterung kann sehen, wer zu einem Team oder einem Chat gehört. Die Tabelle gibt an, ob die App davon Gebrauch macht.

# @adatum-forecast
adatum-forecast = Adatum Forecast

# @address-for-reporting-a-vulnerability
address-for-reporting-a-vulnerability = Adresse zum Melden einer Schwachstelle

# @address-of-the-trust-center
address-of-the-trust-center = Adresse des Trust Centers

# @app-certification
app-certification = App-Zertifizierung

# @app-name
app-name = Name der App

# @app-registration
app-registration = **App-Registrierung**

# @application
application = Anwendung

# @application-profile-of-app-by-publisher

# @are-access-rights-reviewed-at-regular
are-access-rights-reviewed-at-regular = Werden Zugriffsrechte in regelmäßigen Abständen überprüft?

# @are-authorities-and-the-people-concerned
are-authorities-and-the-people-concerned = Werden Behörden und Betroffene innerhalb von 72 Stunden über eine Datenschutzverletzung informiert?

# @are-automated-decisions-made-that-could
are-automated-decisions-made-that-could = Werden automatisierte Entscheidungen getroffen, die rechtliche Folgen für eine Person haben könnten?

# @are-credentials-ever-kept-in-source
are-credentials-ever-kept-in-source = Werden Anmeldeinformationen jemals im Quellcode aufbewahrt?

# @are-developers-trained-in-secure-coding
are-developers-trained-in-secure-coding = Werden Entwickler jedes Jahr in sicherer Programmierung geschult?

# @are-development-test-and-production-environments
are-development-test-and-production-environments = Sind Entwicklungs-, Test- und Produktionsumgebung voneinander getrennt?

# @are-employees-bound-to-confidentiality-in
are-employees-bound-to-confidentiality-in = Sind Mitarbeiter schriftlich zur Vertraulichkeit verpflichtet?

# @are-firewall-rules-reviewed-at-least
are-firewall-rules-reviewed-at-least = Werden die Firewallregeln mindestens zweimal jährlich überprüft?

# @are-hosts-built-from-a-hardened
are-hosts-built-from-a-hardened = Werden Hosts auf Basis eines gehärteten Basisimages aufgebaut?

# @are-internal-audits-of-the-controls
are-internal-audits-of-the-controls = Werden die Kontrollen jährlich intern auditiert?

# @are-laptops-of-staff-with-production
are-laptops-of-staff-with-production = Sind die Laptops von Mitarbeitern mit Produktionszugriff vollständig verschlüsselt?

# @are-logs-examined-regularly-by-people
are-logs-examined-regularly-by-people = Werden Protokolle regelmäßig, von Personen oder Werkzeugen, auf Anzeichen eines Angriffs untersucht?

# @are-names-stored
are-names-stored = **Werden Namen gespeichert?**

# @are-patches-applied-within-the-time
are-patches-applied-within-the-time = Werden Patches innerhalb der in der Richtlinie vorgesehenen Frist eingespielt?

# @are-privacy-risks-assessed-regularly-for
are-privacy-risks-assessed-regularly-for = Werden Datenschutzrisiken regelmäßig bewertet, zum Beispiel durch Folgenabschätzungen?

# @are-requests-from-data-subjects-answered
are-requests-from-data-subjects-answered = Werden Anfragen von Betroffenen innerhalb eines Monats beantwortet?

# @are-secrets-such-as-keys-and
are-secrets-such-as-keys-and = Werden Geheimnisse wie Schlüssel und Verbindungszeichenfolgen in einem Schlüsseltresor aufbewahrt?

# @are-suppliers-assessed-for-security-before
are-suppliers-assessed-for-security-before = Werden Lieferanten vor Vertragsabschluss auf Sicherheit geprüft?

# @are-the-app-and-its-infrastructure
are-the-app-and-its-infrastructure = Werden die App und ihre Infrastruktur vierteljährlich auf Schwachstellen überprüft?

# @are-the-clocks-of-all-systems
are-the-clocks-of-all-systems = Werden die Uhren aller Systeme mit einer vertrauenswürdigen Quelle synchronisiert?

# @are-vulnerabilities-identified-and-ranked-by
are-vulnerabilities-identified-and-ranked-by = Werden Schwachstellen nach einem festgelegten Verfahren ermittelt und nach Risiko eingestuft?

# @at-which-fedramp-impact-level-is
at-which-fedramp-impact-level-is = Für welche FedRAMP-Auswirkungsstufe ist die App zugelassen?

# @azure
azure = Azure

# @can-a-persons-data-be-erased
can-a-persons-data-be-erased = Können die Daten einer Person auf Anfrage gelöscht werden?

# @can-an-administrator-export-all-data
can-an-administrator-export-all-data = Kann ein Administrator alle Daten der Organisation exportieren?

# @can-consent-be-withdrawn-as-easily
can-consent-be-withdrawn-as-easily = Kann eine Einwilligung so einfach widerrufen werden, wie sie erteilt wurde?

# @can-people-correct-data-about-themselves
can-people-correct-data-about-themselves = Können Personen Daten über sich selbst berichtigen?

# @can-people-receive-their-data-in
can-people-receive-their-data-in = Können Personen ihre Daten in einem maschinenlesbaren Format erhalten?

# @can-several-organizations-use-the-same
can-several-organizations-use-the-same = Können mehrere Organisationen dieselbe App-Registrierung verwenden?

# @can-the-processing-of-a-persons
can-the-processing-of-a-persons = Kann die Verarbeitung der Daten einer Person auf Anfrage eingeschränkt werden?

# @catalog-entry
catalog-entry = Katalogeintrag

# @compliance
compliance = Compliance

# @contact-of-the-data-protection-officer
contact-of-the-data-protection-officer = Kontakt des Datenschutzbeauftragten

# @contoso-crm-dbc7
contoso-crm-dbc7 = Contoso CRM

# @controls-for-administrators
controls-for-administrators = Steuerungsmöglichkeiten für Administratoren

# @country-or-region-of-the-head
country-or-region-of-the-head = Land oder Region des Hauptsitzes

# @data-reached-through-bots
data-reached-through-bots = Über Bots zugängliche Daten

# @date-of-the-latest-soc-1
date-of-the-latest-soc-1 = Datum des letzten SOC 1-Berichts

# @date-of-the-latest-soc-2
date-of-the-latest-soc-2 = Datum des letzten SOC 2-Berichts

# @date-of-the-latest-soc-3
date-of-the-latest-soc-3 = Datum des letzten SOC 3-Berichts

# @delegated
delegated = Delegiert

# @do-all-components-of-the-app
do-all-components-of-the-app = Schreiben alle Komponenten der App Ereignisprotokolle?

# @do-all-employees-attend-security-awareness
do-all-employees-attend-security-awareness = Nehmen alle Mitarbeiter jährlich an einer Schulung zum Sicherheitsbewusstsein teil?

# @do-employees-of-the-publisher-ever
do-employees-of-the-publisher-ever = Sehen Mitarbeiter des Herausgebers jemals Daten Ihrer Organisation ein?

# @do-privacy-laws-such-as-the
do-privacy-laws-such-as-the = Gelten für die App Datenschutzgesetze wie die DSGVO oder der CCPA?

# @do-the-coding-guidelines-cover-widespread
do-the-coding-guidelines-cover-widespread = Decken die Programmierrichtlinien verbreitete Schwachstellen wie die OWASP Top 10 ab?

# @do-the-registered-permissions-match-those
do-the-registered-permissions-match-those = Stimmen die registrierten Berechtigungen mit denen überein, die die App zur Laufzeit anfordert?

# @does-a-policy-set-the-time
does-a-policy-set-the-time = Legt eine Richtlinie fest, innerhalb welcher Frist Patches eingespielt werden müssen?

# @does-a-public-privacy-notice-explain
does-a-public-privacy-notice-explain = Erläutert ein öffentlicher Datenschutzhinweis, wie Daten erhoben, verwendet, weitergegeben und gespeichert werden?

# @does-any-operating-system-or-software
does-any-operating-system-or-software = Gibt es in der Umgebung Betriebssysteme oder Software, die vom Hersteller nicht mehr unterstützt werden?

# @does-anything-that-identifies-a-person
does-anything-that-identifies-a-person = Gelangen Angaben, die eine Person oder Ihre Organisation erkennbar machen, in Telemetriedaten oder Protokolle, und wann werden sie entfernt?

# @does-personal-data-leave-the-region
does-personal-data-leave-the-region = Verlassen personenbezogene Daten die Region, in der sie erhoben wurden?

# @does-the-app-ask-for-consent
does-the-app-ask-for-consent = Holt die App eine Einwilligung ein, bevor sie optionale Cookies setzt?

# @does-the-app-ask-only-for
does-the-app-ask-only-for = Fordert die App nur die Berechtigungen an, die sie benötigt?

# @does-the-app-call-preview-or
does-the-app-call-preview-or = Ruft die App Vorschau-APIs oder eingestellte APIs auf?

# @does-the-app-comply-with-the
does-the-app-comply-with-the = Erfüllt die App den deutschen Kriterienkatalog für Clouddienste (BSI C5)?

# @does-the-app-comply-with-the-6049
does-the-app-comply-with-the-6049 = Erfüllt die App die Zahlungsdiensterichtlinie (PSD2)?

# @does-the-app-comply-with-the-6914
does-the-app-comply-with-the-6914 = Erfüllt die App das spanische nationale Sicherheitsschema (ENS)?

# @does-the-app-conform-to-the
does-the-app-conform-to-the = Entspricht die App den Web Content Accessibility Guidelines (WCAG)?

# @does-the-app-follow-iso-iec
does-the-app-follow-iso-iec = Richtet sich die App nach ISO/IEC 27017 für Clouddienste?

# @does-the-app-follow-iso-iec-6835
does-the-app-follow-iso-iec-6835 = Richtet sich die App nach ISO/IEC 27018 für personenbezogene Daten in öffentlichen Clouds?

# @does-the-app-follow-the-controls
does-the-app-follow-the-controls = Setzt die App die Maßnahmen der ISO/IEC 27002 um?

# @does-the-app-handle-payment-card
does-the-app-handle-payment-card = Verarbeitet die App Zahlungskartendaten?

# @does-the-app-handle-sensitive-categories
does-the-app-handle-sensitive-categories = Verarbeitet die App sensible Datenkategorien wie Gesundheit, Religion oder biometrische Merkmale?

# @does-the-app-hold-an-iso
does-the-app-hold-an-iso = Verfügt die App über ein ISO/IEC 27001-Zertifikat?

# @does-the-app-hold-an-iso-3b10
does-the-app-hold-an-iso-3b10 = Verfügt die App über ein ISO 22301-Zertifikat für Business Continuity?

# @does-the-app-implement-the-requirements
does-the-app-implement-the-requirements = Setzt die App die Anforderungen von NIST SP 800-171 um?

# @does-the-app-knowingly-handle-data
does-the-app-knowingly-handle-data = Verarbeitet die App wissentlich Daten von Personen unter 16 Jahren?

# @does-the-app-meet-the-childrens
does-the-app-meet-the-childrens = Erfüllt die App den Children's Online Privacy Protection Act (COPPA)?

# @does-the-app-meet-the-requirements
does-the-app-meet-the-requirements = Erfüllt die App die Anforderungen des Health Insurance Portability and Accountability Act (HIPAA)?

# @does-the-app-or-its-infrastructure
does-the-app-or-its-infrastructure = Verarbeitet die App oder ihre Infrastruktur Daten zu Kunden oder deren Geräten?

# @does-the-app-or-its-infrastructure-2bf9
does-the-app-or-its-infrastructure-2bf9 = Speichert die App oder ihre Infrastruktur Kundendaten?

# @does-the-app-react-to-continuous
does-the-app-react-to-continuous = Reagiert die App auf Ereignisse der fortlaufenden Zugriffsevaluierung?

# @does-the-app-sign-users-in
does-the-app-sign-users-in = Meldet die App Benutzer über die Microsoft Identity Platform an?

# @does-the-app-support-schools-in
does-the-app-support-schools-in = Unterstützt die App Schulen bei der Einhaltung des Family Educational Rights and Privacy Act (FERPA)?

# @does-the-app-work-with-conditional
does-the-app-work-with-conditional = Funktioniert die App mit Richtlinien für bedingten Zugriff?

# @does-the-certificate-cover-the-hosting
does-the-certificate-cover-the-hosting = Deckt das Zertifikat neben der App auch die Hostingumgebung ab?

# @does-the-publisher-control-every-redirect
does-the-publisher-control-every-redirect = Kontrolliert der Herausgeber jeden registrierten Umleitungs-URI?

# @excel
excel = Excel

# @fabrikam-mail-guard
fabrikam-mail-guard = Fabrikam Mail Guard

# @for-how-many-days-are-logs
for-how-many-days-are-logs = Wie viele Tage lang werden Protokolle aufbewahrt?

# @for-publishers
for-publishers = Für Herausgeber

# @general-facts
general-facts = Allgemeine Angaben

# @has-a-data-protection-officer-been
has-a-data-protection-officer-been = Wurde ein Datenschutzbeauftragter benannt?

# @has-the-app-been-assessed-against
has-the-app-been-assessed-against = Wurde die App nach dem HITRUST-Framework bewertet?

# @has-the-integration-been-checked-against
has-the-integration-been-checked-against = Wurde die Integration anhand der veröffentlichten Liste bewährter Verfahren überprüft?

# @here-publisher-explains-how-app-signs

# @here-publisher-explains-which-data-app

# @how-are-customers-told-about-a
how-are-customers-told-about-a = Wie werden Kunden über einen neuen Unterauftragsverarbeiter informiert?

# @how-can-a-person-send-such
how-can-a-person-send-such = Wie kann eine Person eine solche Anfrage stellen?

# @how-data-is-handled
how-data-is-handled = Umgang mit Daten

# @how-long-is-customer-data-kept
how-long-is-customer-data-kept = Wie lange werden Kundendaten nach Ende eines Abonnements aufbewahrt?

# @how-often-are-backups-taken
how-often-are-backups-taken = Wie oft werden Sicherungen erstellt?

# @how-often-are-encryption-keys-rotated
how-often-are-encryption-keys-rotated = Wie oft werden Verschlüsselungsschlüssel ausgetauscht?

# @how-quickly-are-critical-patches-applied
how-quickly-are-critical-patches-applied = Wie schnell werden kritische Patches eingespielt?

# @how-soon-is-access-withdrawn-when
how-soon-is-access-withdrawn-when = Wie schnell wird der Zugriff entzogen, wenn ein Mitarbeiter ausscheidet?

# @identity
identity = Identität

# @in-which-regions-is-stored-data
in-which-regions-is-stored-data = In welchen Regionen werden gespeicherte Daten aufbewahrt?

# @information
information = **Information**

# @is-a-data-processing-agreement-offered
is-a-data-processing-agreement-offered = Wird Kunden ein Vertrag zur Auftragsverarbeitung angeboten?

# @is-a-list-of-subprocessors-published
is-a-list-of-subprocessors-published = Wird eine Liste der Unterauftragsverarbeiter veröffentlicht?

# @is-a-pci-dss-assessment-of
is-a-pci-dss-assessment-of = Wird für die App und ihre Umgebung jährlich eine PCI DSS-Bewertung durchgeführt?

# @is-a-record-of-processing-activities
is-a-record-of-processing-activities = Wird ein Verzeichnis der Verarbeitungstätigkeiten aktuell gehalten?

# @is-a-soc-1-report-available
is-a-soc-1-report-available = Liegt ein SOC 1-Bericht vor?

# @is-a-soc-2-report-available
is-a-soc-2-report-available = Liegt ein SOC 2-Bericht vor?

# @is-a-soc-3-report-published
is-a-soc-3-report-published = Ist ein SOC 3-Bericht veröffentlicht?

# @is-a-web-application-firewall-placed
is-a-web-application-firewall-placed = Ist den öffentlichen Endpunkten eine Web Application Firewall vorgeschaltet?

# @is-an-employee-alerted-automatically-when
is-an-employee-alerted-automatically-when = Wird ein Mitarbeiter automatisch benachrichtigt, wenn ein Sicherheitsereignis erkannt wird?

# @is-customer-data-shared-with-subcontractors
is-customer-data-shared-with-subcontractors = Werden Kundendaten an Unterauftragnehmer weitergegeben?

# @is-customer-data-used-for-purposes
is-customer-data-used-for-purposes = Werden Kundendaten für Zwecke verwendet, die der Datenschutzhinweis nicht nennt, zum Beispiel Marketing?

# @is-data-encrypted-at-rest-and
is-data-encrypted-at-rest-and = Werden Daten im Ruhezustand und während der Übertragung verschlüsselt?

# @is-data-erased-in-a-way
is-data-erased-in-a-way = Werden Daten so gelöscht, dass sie nicht wiederhergestellt werden können?

# @is-each-code-change-approved-by
is-each-code-change-approved-by = Wird jede Codeänderung von einer anderen Person als dem Autor genehmigt?

# @is-each-customers-data-separated-from
is-each-customers-data-separated-from = Sind die Daten jedes Kunden von denen anderer Kunden getrennt?

# @is-intrusion-detection-or-prevention-software
is-intrusion-detection-or-prevention-software = Wird am Netzwerkperimeter Software zur Angriffserkennung oder -abwehr eingesetzt?

# @is-open-source-code-checked-for
is-open-source-code-checked-for = Wird Open-Source-Code vor jedem Release auf bekannte Schwachstellen geprüft?

# @is-personal-data-replaced-by-pseudonyms
is-personal-data-replaced-by-pseudonyms = Werden personenbezogene Daten, wo immer der Zweck es zulässt, durch Pseudonyme ersetzt?

# @is-personal-data-sold-or-rented
is-personal-data-sold-or-rented = Werden personenbezogene Daten an Dritte verkauft oder vermietet?

# @is-personal-data-used-to-train
is-personal-data-used-to-train = Werden personenbezogene Daten zum Trainieren von Modellen für maschinelles Lernen verwendet?

# @is-real-customer-data-ever-used
is-real-customer-data-ever-used = Werden jemals echte Kundendaten für Tests verwendet?

# @is-the-app-authorized-under-the
is-the-app-authorized-under-the = Ist die App nach dem Federal Risk and Authorization Management Program (FedRAMP) zugelassen?

# @is-the-app-listed-in-the
is-the-app-listed-in-the = Ist die App im Register der Cloud Security Alliance (CSA STAR) aufgeführt?

# @is-the-app-penetration-tested-by
is-the-app-penetration-tested-by = Wird die App mindestens einmal jährlich von unabhängiger Seite einem Penetrationstest unterzogen?

# @is-the-app-within-the-scope
is-the-app-within-the-scope = Fällt die App in den Geltungsbereich des Sarbanes-Oxley Act (SOX)?

# @is-the-incident-response-plan-exercised
is-the-incident-response-plan-exercised = Wird der Notfallplan für Vorfälle mindestens einmal jährlich geübt?

# @is-the-outer-network-boundary-protected
is-the-outer-network-boundary-protected = Ist die äußere Netzwerkgrenze durch eine Firewall geschützt?

# @is-there-a-defined-procedure-for
is-there-a-defined-procedure-for = Gibt es ein festgelegtes Verfahren für das Anlegen, Ändern und Entfernen von Mitarbeiterkonten?

# @is-there-a-formal-process-for
is-there-a-formal-process-for = Gibt es einen formalen Prozess für das Management von Informationssicherheitsrisiken?

# @is-there-a-published-target-for
is-there-a-published-target-for = Gibt es ein veröffentlichtes Ziel für die Verfügbarkeit des Dienstes?

# @is-there-a-schedule-that-says
is-there-a-schedule-that-says = Gibt es einen Plan, der festlegt, wie lange welche Daten aufbewahrt werden?

# @is-there-a-written-disaster-recovery
is-there-a-written-disaster-recovery = Gibt es einen schriftlichen Notfallwiederherstellungsplan, der Sicherungen und deren Wiederherstellung abdeckt?

# @is-there-a-written-procedure-for
is-there-a-written-procedure-for = Gibt es ein schriftliches Verfahren für die Reaktion auf Sicherheitsvorfälle?

# @may-customers-ask-for-a-copy
may-customers-ask-for-a-copy = Können Kunden eine Kopie der Prüfberichte anfordern?

# @microsoft-365-clients-that-can-run
microsoft-365-clients-that-can-run = Microsoft 365-Clients, in denen die App ausgeführt werden kann

# @microsoft-teams
microsoft-teams = Microsoft Teams

# @must-every-change-be-requested-reviewed
must-every-change-be-requested-reviewed = Muss jede Änderung beantragt, geprüft und genehmigt werden, bevor sie in die Produktion gelangt?

# @n-a
n-a = Nicht zutreffend

# @name-of-the-body-that-issued
name-of-the-body-that-issued = Name der Stelle, die das ISO/IEC 27001-Zertifikat ausgestellt hat

# @no
no = Nein

# @no-other-services-receive-data-from
no-other-services-receive-data-from = Keine anderen Dienste erhalten Daten von dieser App.

# @no-personal-data-appears-in-telemetry
no-personal-data-appears-in-telemetry = Telemetrie und Protokolle enthalten keine personenbezogenen Daten.

# @northwind-inventory-e699
northwind-inventory-e699 = Northwind Inventory

# @open-in-the-marketplace

# @open-in-the-teams-store

# @other-microsoft-apis
other-microsoft-apis = Weitere Microsoft-APIs

# @other-services
other-services = Andere Dienste

# @outlook
outlook = Outlook

# @people-with-access-to-data
people-with-access-to-data = Personen mit Zugriff auf Daten

# @permission
permission = **Berechtigung**

# @permissions-in-microsoft-graph
permissions-in-microsoft-graph = Berechtigungen in Microsoft Graph

# @privacy
privacy = Datenschutz

# @privacy-notice-address
privacy-notice-address = Adresse des Datenschutzhinweises

# @product-page
product-page = Produktseite

# @publisher
publisher = Herausgeber

# @publisher-has-answered-about-personal-data

# @publisher-has-answered-these-questions-about

# @publisher-has-told-the-catalog-team

# @publisher-website
publisher-website = Website des Herausgebers

# @response
response = **Antwort**

# @security
security = Sicherheit

# @security-details-from-the-proseware-cloud
security-details-from-the-proseware-cloud = Sicherheitsinformationen aus dem Proseware Cloud Catalog

# @show-in-a-new-tab

# @signs-the-user-in
signs-the-user-in = Meldet den Benutzer an.

# @signs-the-user-in-and-shows

# @some-apps-pass-data-of-your
some-apps-pass-data-of-your = Manche Apps geben Daten Ihrer Organisation an Dienste anderer Unternehmen weiter. Wenn diese App das tut, sind die Dienste und die Gründe hier genannt.

# @store-id
store-id = Store-ID

# @support-contact
support-contact = Supportkontakt

# @telemetry-and-logs
telemetry-and-logs = Telemetrie und Protokolle

# @terms-of-use
terms-of-use = Nutzungsbedingungen

# @the-app-asks-for-these-microsoft
the-app-asks-for-these-microsoft = Die App fordert diese [Microsoft Graph-Berechtigungen](https://learn.example.com/graph/permissions) an:

# @the-details-below-are-taken-from
the-details-below-are-taken-from = Die folgenden Angaben stammen aus dem [Proseware Cloud Catalog](https://www.example.com/cloud-catalog).

# @the-developer-last-reviewed-this-page

# @the-table-shows-which-laws-and

# @this-app-does-not-call-any
this-app-does-not-call-any = Diese App ruft keine weiteren Microsoft-APIs auf.

# @type-of-permission
type-of-permission = **Berechtigungstyp**

# @what-can-an-administrator-do-about
what-can-an-administrator-do-about = Was kann ein Administrator mit Daten tun, die beim Herausgeber liegen, zum Beispiel sie löschen, exportieren oder archivieren?

# @what-kinds-of-data-does-the
what-kinds-of-data-does-the = Welche Arten von Daten verarbeitet die App?

# @what-publisher-has-declared-about-the

# @what-the-app-is-for
what-the-app-is-for = Zweck der App

# @when-was-a-restore-last-rehearsed
when-was-a-restore-last-rehearsed = Wann wurde eine Wiederherstellung zuletzt geprobt?

# @where-is-multifactor-authentication-enforced
where-is-multifactor-authentication-enforced = Wo wird die Multi-Faktor-Authentifizierung erzwungen?

# @which-authentication-library-does-the-app
which-authentication-library-does-the-app = Welche Authentifizierungsbibliothek verwendet die App?

# @which-cloud-providers-host-the-app
which-cloud-providers-host-the-app = Bei welchen Cloudanbietern wird die App ganz oder teilweise gehostet?

# @which-csa-star-level-has-been
which-csa-star-level-has-been = Welche CSA STAR-Stufe wurde erreicht?

# @which-kinds-of-policies-have-been
which-kinds-of-policies-have-been = Welche Arten von Richtlinien wurden getestet?

# @which-legal-instrument-covers-transfers-to
which-legal-instrument-covers-transfers-to = Welches Rechtsinstrument regelt Übermittlungen in andere Länder?

# @which-password-length-does-the-policy
which-password-length-does-the-policy = Welche Kennwortlänge schreibt die Richtlinie vor?

# @which-protection-against-malware-runs-in
which-protection-against-malware-runs-in = Welcher Schutz vor Schadsoftware ist in der Produktionsumgebung aktiv?

# @which-service-model-is-the-app
which-service-model-is-the-app = In welchem Dienstmodell wird die App gehostet?

# @which-team-owns-the-risk-register
which-team-owns-the-risk-register = Welches Team ist für das Risikoregister verantwortlich?

# @which-tls-versions-does-the-app
which-tls-versions-does-the-app = Welche TLS-Versionen akzeptiert die App?

# @which-type-of-soc-2-report
which-type-of-soc-2-report = Um welche Art von SOC 2-Bericht handelt es sich?

# @why-are-names-stored
why-are-names-stored = **Warum werden Namen gespeichert?**

# @why-does-the-bot-read-the
why-does-the-bot-read-the = **Warum liest der Bot die Mitgliederliste?**

# @why-is-it-needed
why-is-it-needed = **Warum wird sie benötigt?**

# @yes
yes = Ja

