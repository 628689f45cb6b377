# @a-bot-or-a-messaging-extension
a-bot-or-a-messaging-extension = Un bot ou une extension de messagerie peut voir qui fait partie d’une équipe ou d’une conversation. Le tableau indique si l’application utilise cette possibilité.

# @adatum-forecast
adatum-forecast = Adatum Forecast

# @publisher-has-told-the-catalog-team
publisher-has-told-the-catalog-team = { $publisher } a communiqué à l’équipe du catalogue les informations suivantes sur { $app } :

# @address-for-reporting-a-vulnerability
address-for-reporting-a-vulnerability = Adresse à laquelle signaler une vulnérabilité

# @address-of-the-trust-center
address-of-the-trust-center = Adresse du centre de confiance

# @app-certification
app-certification = Certification des applications

# @app-name
app-name = Nom de l’application

# @app-registration
app-registration = **Inscription de l’application**

# @application
application = Application

# @application-profile-of-app-by-publisher
application-profile-of-app-by-publisher =
    { INITIAL($publisher) ->
        [vowel] Profil de l’application { $app } d’{ $publisher }
       *[other] Profil de l’application { $app } de { $publisher }
    }

# @are-access-rights-reviewed-at-regular
are-access-rights-reviewed-at-regular = Les droits d’accès sont-ils révisés à intervalles réguliers ?

# @are-authorities-and-the-people-concerned
are-authorities-and-the-people-concerned = Les autorités et les personnes concernées sont-elles informées d’une violation de données dans les 72 heures ?

# @are-automated-decisions-made-that-could
are-automated-decisions-made-that-could = Des décisions automatisées susceptibles d’avoir des effets juridiques sur une personne sont-elles prises ?

# @are-credentials-ever-kept-in-source
are-credentials-ever-kept-in-source = Des informations d’identification sont-elles parfois conservées dans le code source ?

# @are-developers-trained-in-secure-coding
are-developers-trained-in-secure-coding = Les développeurs sont-ils formés chaque année au développement sécurisé ?

# @are-development-test-and-production-environments
are-development-test-and-production-environments = Les environnements de développement, de test et de production sont-ils séparés ?

# @are-employees-bound-to-confidentiality-in
are-employees-bound-to-confidentiality-in = Les employés sont-ils tenus par écrit à la confidentialité ?

# @are-firewall-rules-reviewed-at-least
are-firewall-rules-reviewed-at-least = Les règles de pare-feu sont-elles révisées au moins deux fois par an ?

# @are-hosts-built-from-a-hardened
are-hosts-built-from-a-hardened = Les hôtes sont-ils créés à partir d’une image de base durcie ?

# @are-internal-audits-of-the-controls
are-internal-audits-of-the-controls = Des audits internes des contrôles sont-ils réalisés chaque année ?

# @are-laptops-of-staff-with-production
are-laptops-of-staff-with-production = Les ordinateurs portables du personnel ayant accès à la production sont-ils entièrement chiffrés ?

# @are-logs-examined-regularly-by-people
are-logs-examined-regularly-by-people = Les journaux sont-ils examinés régulièrement, par des personnes ou des outils, pour y déceler des signes d’attaque ?

# @are-names-stored
are-names-stored = **Les noms sont-ils stockés ?**

# @are-patches-applied-within-the-time
are-patches-applied-within-the-time = Les correctifs sont-ils appliqués dans le délai prévu par la politique ?

# @are-privacy-risks-assessed-regularly-for
are-privacy-risks-assessed-regularly-for = Les risques pour la vie privée sont-ils évalués régulièrement, par exemple au moyen d’analyses d’impact ?

# @are-requests-from-data-subjects-answered
are-requests-from-data-subjects-answered = Les demandes des personnes concernées reçoivent-elles une réponse dans un délai d’un mois ?

# @are-secrets-such-as-keys-and
are-secrets-such-as-keys-and = Les secrets tels que les clés et les chaînes de connexion sont-ils conservés dans un coffre de clés ?

# @are-suppliers-assessed-for-security-before
are-suppliers-assessed-for-security-before = La sécurité des fournisseurs est-elle évaluée avant la signature d’un contrat ?

# @are-the-app-and-its-infrastructure
are-the-app-and-its-infrastructure = L’application et son infrastructure sont-elles analysées chaque trimestre à la recherche de vulnérabilités ?

# @are-the-clocks-of-all-systems
are-the-clocks-of-all-systems = Les horloges de tous les systèmes sont-elles synchronisées avec une source fiable ?

# @are-vulnerabilities-identified-and-ranked-by
are-vulnerabilities-identified-and-ranked-by = Les vulnérabilités sont-elles recensées et classées par niveau de risque selon une procédure définie ?

# @at-which-fedramp-impact-level-is
at-which-fedramp-impact-level-is = À quel niveau d’impact FedRAMP l’application est-elle autorisée ?

# @azure
azure = Azure

# @can-a-persons-data-be-erased
can-a-persons-data-be-erased = Les données d’une personne peuvent-elles être effacées sur demande ?

# @can-an-administrator-export-all-data
can-an-administrator-export-all-data = Un administrateur peut-il exporter toutes les données de l’organisation ?

# @can-consent-be-withdrawn-as-easily
can-consent-be-withdrawn-as-easily = Le consentement peut-il être retiré aussi facilement qu’il a été donné ?

# @can-people-correct-data-about-themselves
can-people-correct-data-about-themselves = Les personnes peuvent-elles rectifier les données qui les concernent ?

# @can-people-receive-their-data-in
can-people-receive-their-data-in = Les personnes peuvent-elles recevoir leurs données dans un format lisible par une machine ?

# @can-several-organizations-use-the-same
can-several-organizations-use-the-same = Plusieurs organisations peuvent-elles utiliser la même inscription de l’application ?

# @can-the-processing-of-a-persons
can-the-processing-of-a-persons = Le traitement des données d’une personne peut-il être limité sur demande ?

# @catalog-entry
catalog-entry = Entrée du catalogue

# @compliance
compliance = Conformité

# @contact-of-the-data-protection-officer
contact-of-the-data-protection-officer = Contact du délégué à la protection des données

# @contoso-crm-dbc7
contoso-crm-dbc7 = Contoso CRM

# @controls-for-administrators
controls-for-administrators = Contrôles pour les administrateurs

# @country-or-region-of-the-head
country-or-region-of-the-head = Pays ou région du siège de l’entreprise

# @data-reached-through-bots
data-reached-through-bots = Données accessibles par l’intermédiaire de bots

# @date-of-the-latest-soc-1
date-of-the-latest-soc-1 = Date du dernier rapport SOC 1

# @date-of-the-latest-soc-2
date-of-the-latest-soc-2 = Date du dernier rapport SOC 2

# @date-of-the-latest-soc-3
date-of-the-latest-soc-3 = Date du dernier rapport SOC 3

# @delegated
delegated = Déléguée

# @do-all-components-of-the-app
do-all-components-of-the-app = Tous les composants de l’application écrivent-ils des journaux d’événements ?

# @do-all-employees-attend-security-awareness
do-all-employees-attend-security-awareness = Tous les employés suivent-ils chaque année une formation de sensibilisation à la sécurité ?

# @do-employees-of-the-publisher-ever
do-employees-of-the-publisher-ever = Des employés de l’éditeur consultent-ils parfois des données de votre organisation ?

# @do-privacy-laws-such-as-the
do-privacy-laws-such-as-the = Des lois sur la protection des données telles que le RGPD ou le CCPA s’appliquent-elles à l’application ?

# @do-the-coding-guidelines-cover-widespread
do-the-coding-guidelines-cover-widespread = Les règles de développement couvrent-elles les faiblesses répandues telles que celles du Top 10 de l’OWASP ?

# @do-the-registered-permissions-match-those
do-the-registered-permissions-match-those = Les autorisations inscrites correspondent-elles à celles que l’application demande pendant son exécution ?

# @does-a-policy-set-the-time
does-a-policy-set-the-time = Une politique fixe-t-elle le délai d’application des correctifs ?

# @does-a-public-privacy-notice-explain
does-a-public-privacy-notice-explain = Un avis de confidentialité public explique-t-il comment les données sont collectées, utilisées, transmises et stockées ?

# @does-any-operating-system-or-software
does-any-operating-system-or-software = L’environnement comporte-t-il un système d’exploitation ou un logiciel qui n’est plus pris en charge par son éditeur ?

# @does-anything-that-identifies-a-person
does-anything-that-identifies-a-person = Des informations permettant d’identifier une personne ou votre organisation se retrouvent-elles dans la télémétrie ou les journaux, et quand sont-elles supprimées ?

# @does-personal-data-leave-the-region
does-personal-data-leave-the-region = Les données personnelles quittent-elles la région dans laquelle elles ont été collectées ?

# @does-the-app-ask-for-consent
does-the-app-ask-for-consent = L’application demande-t-elle le consentement avant de déposer des cookies facultatifs ?

# @does-the-app-ask-only-for
does-the-app-ask-only-for = L’application ne demande-t-elle que les autorisations dont elle a besoin ?

# @does-the-app-call-preview-or
does-the-app-call-preview-or = L’application appelle-t-elle des API en préversion ou retirées ?

# @does-the-app-comply-with-the
does-the-app-comply-with-the = L’application est-elle conforme au catalogue allemand de critères pour les services cloud (BSI C5) ?

# @does-the-app-comply-with-the-6049
does-the-app-comply-with-the-6049 = L’application est-elle conforme à la directive sur les services de paiement (DSP2) ?

# @does-the-app-comply-with-the-6914
does-the-app-comply-with-the-6914 = L’application est-elle conforme au cadre national de sécurité espagnol (ENS) ?

# @does-the-app-conform-to-the
does-the-app-conform-to-the = L’application est-elle conforme aux règles d’accessibilité WCAG (Web Content Accessibility Guidelines) ?

# @does-the-app-follow-iso-iec
does-the-app-follow-iso-iec = L’application suit-elle la norme ISO/IEC 27017 relative aux services cloud ?

# @does-the-app-follow-iso-iec-6835
does-the-app-follow-iso-iec-6835 = L’application suit-elle la norme ISO/IEC 27018 relative aux données personnelles dans les clouds publics ?

# @does-the-app-follow-the-controls
does-the-app-follow-the-controls = L’application applique-t-elle les mesures de la norme ISO/IEC 27002 ?

# @does-the-app-handle-payment-card
does-the-app-handle-payment-card = L’application traite-t-elle des données de cartes de paiement ?

# @does-the-app-handle-sensitive-categories
does-the-app-handle-sensitive-categories = L’application traite-t-elle des catégories de données sensibles, telles que la santé, la religion ou les caractéristiques biométriques ?

# @does-the-app-hold-an-iso
does-the-app-hold-an-iso = L’application est-elle titulaire d’un certificat ISO/IEC 27001 ?

# @does-the-app-hold-an-iso-3b10
does-the-app-hold-an-iso-3b10 = L’application est-elle titulaire d’un certificat ISO 22301 relatif à la continuité d’activité ?

# @does-the-app-implement-the-requirements
does-the-app-implement-the-requirements = L’application met-elle en œuvre les exigences de la publication NIST SP 800-171 ?

# @does-the-app-knowingly-handle-data
does-the-app-knowingly-handle-data = L’application traite-t-elle sciemment des données de personnes de moins de 16 ans ?

# @does-the-app-meet-the-childrens
does-the-app-meet-the-childrens = L’application respecte-t-elle la loi américaine COPPA (Children’s Online Privacy Protection Act) ?

# @does-the-app-meet-the-requirements
does-the-app-meet-the-requirements = L’application satisfait-elle aux exigences de la loi américaine HIPAA (Health Insurance Portability and Accountability Act) ?

# @does-the-app-or-its-infrastructure
does-the-app-or-its-infrastructure = L’application ou son infrastructure traite-t-elle des données relatives aux clients ou à leurs appareils ?

# @does-the-app-or-its-infrastructure-2bf9
does-the-app-or-its-infrastructure-2bf9 = L’application ou son infrastructure stocke-t-elle des données client ?

# @does-the-app-react-to-continuous
does-the-app-react-to-continuous = L’application réagit-elle aux événements d’évaluation continue de l’accès ?

# @does-the-app-sign-users-in
does-the-app-sign-users-in = L’application connecte-t-elle les utilisateurs par le biais de la plateforme d’identités Microsoft ?

# @does-the-app-support-schools-in
does-the-app-support-schools-in = L’application aide-t-elle les établissements scolaires à respecter la loi américaine FERPA (Family Educational Rights and Privacy Act) ?

# @does-the-app-work-with-conditional
does-the-app-work-with-conditional = L’application est-elle compatible avec les stratégies d’accès conditionnel ?

# @does-the-certificate-cover-the-hosting
does-the-certificate-cover-the-hosting = Le certificat couvre-t-il l’environnement d’hébergement en plus de l’application ?

# @does-the-publisher-control-every-redirect
does-the-publisher-control-every-redirect = L’éditeur contrôle-t-il chaque URI de redirection inscrit ?

# @excel
excel = Excel

# @publisher-has-answered-these-questions-about
publisher-has-answered-these-questions-about = { $publisher } a répondu à ces questions sur la protection de { $app } et de son infrastructure.

# @publisher-has-answered-about-personal-data
publisher-has-answered-about-personal-data = { $publisher } a répondu à ces questions sur les données personnelles.

# @fabrikam-mail-guard
fabrikam-mail-guard = Fabrikam Mail Guard

# @for-how-many-days-are-logs
for-how-many-days-are-logs = Pendant combien de jours les journaux sont-ils conservés ?

# @for-publishers
for-publishers = Pour les éditeurs

# @general-facts
general-facts = Informations générales

# @has-a-data-protection-officer-been
has-a-data-protection-officer-been = Un délégué à la protection des données a-t-il été désigné ?

# @has-the-app-been-assessed-against
has-the-app-been-assessed-against = L’application a-t-elle été évaluée selon le référentiel HITRUST ?

# @has-the-integration-been-checked-against
has-the-integration-been-checked-against = L’intégration a-t-elle été vérifiée par rapport à la liste publiée de bonnes pratiques ?

# @here-publisher-explains-how-app-signs
here-publisher-explains-how-app-signs = { $publisher } explique ici comment { $app } connecte les utilisateurs et comment l’application est inscrite.

# @here-publisher-explains-which-data-app
here-publisher-explains-which-data-app = { $publisher } explique ici quelles données { $app } collecte, où ces données sont conservées et dans quelle mesure votre organisation en garde le contrôle.

# @how-are-customers-told-about-a
how-are-customers-told-about-a = Comment les clients sont-ils informés de l’arrivée d’un nouveau sous-traitant ultérieur ?

# @how-can-a-person-send-such
how-can-a-person-send-such = Comment une personne peut-elle envoyer une telle demande ?

# @how-data-is-handled
how-data-is-handled = Traitement des données

# @how-long-is-customer-data-kept
how-long-is-customer-data-kept = Combien de temps les données client sont-elles conservées après la fin d’un abonnement ?

# @how-often-are-backups-taken
how-often-are-backups-taken = À quelle fréquence les sauvegardes sont-elles effectuées ?

# @how-often-are-encryption-keys-rotated
how-often-are-encryption-keys-rotated = À quelle fréquence les clés de chiffrement sont-elles renouvelées ?

# @how-quickly-are-critical-patches-applied
how-quickly-are-critical-patches-applied = Dans quel délai les correctifs critiques sont-ils appliqués ?

# @how-soon-is-access-withdrawn-when
how-soon-is-access-withdrawn-when = Dans quel délai les accès sont-ils retirés au départ d’un employé ?

# @identity
identity = Identité

# @in-which-regions-is-stored-data
in-which-regions-is-stored-data = Dans quelles régions les données stockées sont-elles conservées ?

# @information
information = **Information**

# @is-a-data-processing-agreement-offered
is-a-data-processing-agreement-offered = Un accord de traitement des données est-il proposé aux clients ?

# @is-a-list-of-subprocessors-published
is-a-list-of-subprocessors-published = Une liste des sous-traitants ultérieurs est-elle publiée ?

# @is-a-pci-dss-assessment-of
is-a-pci-dss-assessment-of = L’application et son environnement font-ils l’objet d’une évaluation PCI DSS annuelle ?

# @is-a-record-of-processing-activities
is-a-record-of-processing-activities = Un registre des activités de traitement est-il tenu à jour ?

# @is-a-soc-1-report-available
is-a-soc-1-report-available = Un rapport SOC 1 est-il disponible ?

# @is-a-soc-2-report-available
is-a-soc-2-report-available = Un rapport SOC 2 est-il disponible ?

# @is-a-soc-3-report-published
is-a-soc-3-report-published = Un rapport SOC 3 est-il publié ?

# @is-a-web-application-firewall-placed
is-a-web-application-firewall-placed = Un pare-feu d’applications web est-il placé devant les points de terminaison publics ?

# @is-an-employee-alerted-automatically-when
is-an-employee-alerted-automatically-when = Un employé est-il alerté automatiquement lorsqu’un événement de sécurité est détecté ?

# @is-customer-data-shared-with-subcontractors
is-customer-data-shared-with-subcontractors = Les données client sont-elles partagées avec des sous-traitants ?

# @is-customer-data-used-for-purposes
is-customer-data-used-for-purposes = Les données client sont-elles utilisées à des fins non prévues par l’avis de confidentialité, par exemple le marketing ?

# @is-data-encrypted-at-rest-and
is-data-encrypted-at-rest-and = Les données sont-elles chiffrées au repos et en transit ?

# @is-data-erased-in-a-way
is-data-erased-in-a-way = Les données sont-elles effacées d’une manière qui rend toute récupération impossible ?

# @is-each-code-change-approved-by
is-each-code-change-approved-by = Chaque modification de code est-elle approuvée par une personne autre que son auteur ?

# @is-each-customers-data-separated-from
is-each-customers-data-separated-from = Les données de chaque client sont-elles séparées de celles des autres clients ?

# @is-intrusion-detection-or-prevention-software
is-intrusion-detection-or-prevention-software = Un logiciel de détection ou de prévention des intrusions est-il utilisé au périmètre du réseau ?

# @is-open-source-code-checked-for
is-open-source-code-checked-for = Le code open source est-il vérifié avant chaque version à la recherche de vulnérabilités connues ?

# @is-personal-data-replaced-by-pseudonyms
is-personal-data-replaced-by-pseudonyms = Les données personnelles sont-elles remplacées par des pseudonymes lorsque la finalité le permet ?

# @is-personal-data-sold-or-rented
is-personal-data-sold-or-rented = Des données personnelles sont-elles vendues ou louées à des tiers ?

# @is-personal-data-used-to-train
is-personal-data-used-to-train = Des données personnelles sont-elles utilisées pour entraîner des modèles d’apprentissage automatique ?

# @is-real-customer-data-ever-used
is-real-customer-data-ever-used = Des données client réelles sont-elles parfois utilisées à des fins de test ?

# @is-the-app-authorized-under-the
is-the-app-authorized-under-the = L’application est-elle autorisée dans le cadre du programme FedRAMP (Federal Risk and Authorization Management Program) ?

# @is-the-app-listed-in-the
is-the-app-listed-in-the = L’application figure-t-elle dans le registre de la Cloud Security Alliance (CSA STAR) ?

# @is-the-app-penetration-tested-by
is-the-app-penetration-tested-by = L’application fait-elle l’objet, au moins une fois par an, de tests d’intrusion menés par un tiers indépendant ?

# @is-the-app-within-the-scope
is-the-app-within-the-scope = L’application entre-t-elle dans le champ d’application de la loi Sarbanes-Oxley (SOX) ?

# @is-the-incident-response-plan-exercised
is-the-incident-response-plan-exercised = Le plan de réponse aux incidents est-il mis à l’épreuve au moins une fois par an ?

# @is-the-outer-network-boundary-protected
is-the-outer-network-boundary-protected = La limite externe du réseau est-elle protégée par un pare-feu ?

# @is-there-a-defined-procedure-for
is-there-a-defined-procedure-for = Existe-t-il une procédure définie pour la création, la modification et la suppression des comptes du personnel ?

# @is-there-a-formal-process-for
is-there-a-formal-process-for = Existe-t-il un processus formel de gestion des risques liés à la sécurité de l’information ?

# @is-there-a-published-target-for
is-there-a-published-target-for = Un objectif de disponibilité du service est-il publié ?

# @is-there-a-schedule-that-says
is-there-a-schedule-that-says = Existe-t-il un calendrier indiquant la durée de conservation de chaque type de données ?

# @is-there-a-written-disaster-recovery
is-there-a-written-disaster-recovery = Existe-t-il un plan de reprise d’activité écrit qui couvre les sauvegardes et leur restauration ?

# @is-there-a-written-procedure-for
is-there-a-written-procedure-for = Existe-t-il une procédure écrite de réponse aux incidents de sécurité ?

# @may-customers-ask-for-a-copy
may-customers-ask-for-a-copy = Les clients peuvent-ils demander une copie des rapports d’audit ?

# @microsoft-365-clients-that-can-run
microsoft-365-clients-that-can-run = Clients Microsoft 365 capables d’exécuter l’application

# @microsoft-teams
microsoft-teams = Microsoft Teams

# @must-every-change-be-requested-reviewed
must-every-change-be-requested-reviewed = Toute modification doit-elle être demandée, examinée et approuvée avant sa mise en production ?

# @n-a
n-a = S/O

# @name-of-the-body-that-issued
name-of-the-body-that-issued = Nom de l’organisme ayant délivré le certificat ISO/IEC 27001

# @no
no = Non

# @no-other-services-receive-data-from
no-other-services-receive-data-from = Aucun autre service ne reçoit de données de cette application.

# @no-personal-data-appears-in-telemetry
no-personal-data-appears-in-telemetry = Aucune donnée personnelle n’apparaît dans la télémétrie ni dans les journaux.

# @northwind-inventory-e699
northwind-inventory-e699 = Northwind Inventory

# @open-in-the-marketplace
open-in-the-marketplace = <a href="https://store.example.com/product/{ $store-id }" target="_blank">Ouvrir dans la place de marché</a>

# @open-in-the-teams-store
open-in-the-teams-store = <a href="https://teams.example.com/l/app/{ $teams-id }" target="_blank">Ouvrir dans la boutique Teams</a>

# @other-microsoft-apis
other-microsoft-apis = Autres API Microsoft

# @other-services
other-services = Autres services

# @outlook
outlook = Outlook

# @people-with-access-to-data
people-with-access-to-data = Personnes ayant accès aux données

# @permission
permission = **Autorisation**

# @permissions-in-microsoft-graph
permissions-in-microsoft-graph = Autorisations dans Microsoft Graph

# @privacy
privacy = Confidentialité

# @privacy-notice-address
privacy-notice-address = Adresse de l’avis de confidentialité

# @product-page
product-page = Page du produit

# @publisher
publisher = Éditeur

# @publisher-website
publisher-website = Site web de l’éditeur

# @response
response = **Réponse**

# @security
security = Sécurité

# @security-details-from-the-proseware-cloud
security-details-from-the-proseware-cloud = Informations de sécurité issues du Proseware Cloud Catalog

# @show-in-a-new-tab
show-in-a-new-tab = <a href="{ $link }" target="_blank">Afficher dans un nouvel onglet</a>

# @signs-the-user-in
signs-the-user-in = Connecte l’utilisateur.

# @signs-the-user-in-and-shows
signs-the-user-in-and-shows = Connecte l’utilisateur et affiche son nom et sa photo dans l’en-tête de l’onglet.

# @some-apps-pass-data-of-your
some-apps-pass-data-of-your = Certaines applications transmettent des données de votre organisation aux services d’autres entreprises. Si c’est le cas de cette application, les services et les motifs sont indiqués ici.

# @store-id
store-id = ID dans la boutique

# @support-contact
support-contact = Contact de l’assistance

# @telemetry-and-logs
telemetry-and-logs = Télémétrie et journaux

# @terms-of-use
terms-of-use = Conditions d’utilisation

# @the-app-asks-for-these-microsoft
the-app-asks-for-these-microsoft = L’application demande les [autorisations Microsoft Graph](https://learn.example.com/graph/permissions) suivantes :

# @the-details-below-are-taken-from
the-details-below-are-taken-from = Les informations ci-dessous proviennent du [Proseware Cloud Catalog](https://www.example.com/cloud-catalog).

# @the-developer-last-reviewed-this-page
the-developer-last-reviewed-this-page = Dernière révision de cette page par le développeur : { DATETIME($reviewed, dateStyle: "long") }

# @the-table-shows-which-laws-and
the-table-shows-which-laws-and = Le tableau indique au regard de quelles lois et normes { $app } est évalué.

# @this-app-does-not-call-any
this-app-does-not-call-any = Cette application n’appelle aucune autre API Microsoft.

# @type-of-permission
type-of-permission = **Type d’autorisation**

# @what-publisher-has-declared-about-the
what-publisher-has-declared-about-the =
    { INITIAL($publisher) ->
        [vowel] Ce qu’{ $publisher } a déclaré
       *[other] Ce que { $publisher } a déclaré
    } sur la sécurité, la conformité et le traitement des données { INITIAL($app) ->
        [vowel] d’{ $app }
       *[other] de { $app }
    }, y compris ses autorisations et la manière dont les utilisateurs sont connectés.

# @what-can-an-administrator-do-about
what-can-an-administrator-do-about = Que peut faire un administrateur des données détenues par l’éditeur, par exemple les supprimer, les exporter ou les archiver ?

# @what-kinds-of-data-does-the
what-kinds-of-data-does-the = Quels types de données l’application traite-t-elle ?

# @what-the-app-is-for
what-the-app-is-for = Objet de l’application

# @when-was-a-restore-last-rehearsed
when-was-a-restore-last-rehearsed = À quelle date remonte le dernier exercice de restauration ?

# @where-is-multifactor-authentication-enforced
where-is-multifactor-authentication-enforced = Où l’authentification multifacteur est-elle imposée ?

# @which-authentication-library-does-the-app
which-authentication-library-does-the-app = Quelle bibliothèque d’authentification l’application utilise-t-elle ?

# @which-cloud-providers-host-the-app
which-cloud-providers-host-the-app = Quels fournisseurs de cloud hébergent tout ou partie de l’application ?

# @which-csa-star-level-has-been
which-csa-star-level-has-been = Quel niveau CSA STAR a été atteint ?

# @which-kinds-of-policies-have-been
which-kinds-of-policies-have-been = Quels types de stratégies ont été testés ?

# @which-legal-instrument-covers-transfers-to
which-legal-instrument-covers-transfers-to = Quel instrument juridique encadre les transferts vers d’autres pays ?

# @which-password-length-does-the-policy
which-password-length-does-the-policy = Quelle longueur de mot de passe la politique exige-t-elle ?

# @which-protection-against-malware-runs-in
which-protection-against-malware-runs-in = Quelle protection contre les logiciels malveillants est en service dans l’environnement de production ?

# @which-service-model-is-the-app
which-service-model-is-the-app = Sur quel modèle de service d’hébergement l’application s’exécute-t-elle ?

# @which-team-owns-the-risk-register
which-team-owns-the-risk-register = Quelle équipe est responsable du registre des risques ?

# @which-tls-versions-does-the-app
which-tls-versions-does-the-app = Quelles versions de TLS l’application accepte-t-elle ?

# @which-type-of-soc-2-report
which-type-of-soc-2-report = De quel type de rapport SOC 2 s’agit-il ?

# @why-are-names-stored
why-are-names-stored = **Pourquoi les noms sont-ils stockés ?**

# @why-does-the-bot-read-the
why-does-the-bot-read-the = **Pourquoi le bot lit-il la liste des membres ?**

# @why-is-it-needed
why-is-it-needed = **Pourquoi est-elle nécessaire ?**

# @yes
yes = Oui

