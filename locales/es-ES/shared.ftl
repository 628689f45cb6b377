# @a-bot-or-a-messaging-extension

# @adatum-forecast
adatum-forecast = Adatum Forecast

# @address-for-reporting-a-vulnerability
address-for-reporting-a-vulnerability = Dirección para notificar una vulnerabilidad

# @address-of-the-trust-center

# @app-certification
app-certification = Certificación de aplicaciones

# @app-name
app-name = Nombre de la aplicación

# @app-registration
app-registration = **Registro de la aplicación**

# @application
application = Aplicación

# @application-profile-of-app-by-publisher
application-profile-of-app-by-publisher = Perfil de la aplicación { $app } de { $publisher }

# @are-access-rights-reviewed-at-regular
are-access-rights-reviewed-at-regular = ¿Se revisan los derechos de acceso a intervalos regulares?

# @are-authorities-and-the-people-concerned
are-authorities-and-the-people-concerned = ¿Se informa a las autoridades y a las personas afectadas de una vulneración de datos en un plazo de 72 horas?

# @are-automated-decisions-made-that-could
are-automated-decisions-made-that-could = ¿Se toman decisiones automatizadas que puedan tener efectos jurídicos para una persona?

# @are-credentials-ever-kept-in-source
are-credentials-ever-kept-in-source = ¿Se guardan alguna vez credenciales en el código fuente?

# @are-developers-trained-in-secure-coding

# @are-development-test-and-production-environments
are-development-test-and-production-environments = ¿Están separados los entornos de desarrollo, pruebas y producción?

# @are-employees-bound-to-confidentiality-in

# @are-firewall-rules-reviewed-at-least
are-firewall-rules-reviewed-at-least = ¿Se revisan las reglas del firewall al menos dos veces al año?

# @are-hosts-built-from-a-hardened

# @are-internal-audits-of-the-controls

# @are-laptops-of-staff-with-production

# @are-logs-examined-regularly-by-people
are-logs-examined-regularly-by-people = ¿Se examinan periódicamente los registros, por personas o herramientas, en busca de indicios de ataque?

# @are-names-stored
are-names-stored = **¿Se almacenan los nombres?**

# @are-patches-applied-within-the-time
are-patches-applied-within-the-time = ¿Se aplican las revisiones dentro del plazo que permite la directiva?

# @are-privacy-risks-assessed-regularly-for
are-privacy-risks-assessed-regularly-for = ¿Se evalúan periódicamente los riesgos para la privacidad, por ejemplo, mediante evaluaciones de impacto?

# @are-requests-from-data-subjects-answered
are-requests-from-data-subjects-answered = ¿Se responde en el plazo de un mes a las solicitudes de los interesados?

# @are-secrets-such-as-keys-and

# @are-suppliers-assessed-for-security-before

# @are-the-app-and-its-infrastructure
are-the-app-and-its-infrastructure = ¿Se analizan cada trimestre la aplicación y su infraestructura en busca de vulnerabilidades?

# @are-the-clocks-of-all-systems

# @are-vulnerabilities-identified-and-ranked-by
are-vulnerabilities-identified-and-ranked-by = ¿Se identifican las vulnerabilidades y se clasifican por riesgo mediante un procedimiento definido?

# @at-which-fedramp-impact-level-is

# @azure
azure = Azure

# @can-a-persons-data-be-erased
can-a-persons-data-be-erased = ¿Pueden borrarse los datos de una persona si lo solicita?

# @can-an-administrator-export-all-data
can-an-administrator-export-all-data = ¿Puede un administrador exportar todos los datos de la organización?

# @can-consent-be-withdrawn-as-easily

# @can-people-correct-data-about-themselves
can-people-correct-data-about-themselves = ¿Pueden las personas corregir los datos sobre sí mismas?

# @can-people-receive-their-data-in

# @can-several-organizations-use-the-same
can-several-organizations-use-the-same = ¿Pueden varias organizaciones usar el mismo registro de la aplicación?

# @can-the-processing-of-a-persons
can-the-processing-of-a-persons = ¿Puede limitarse el tratamiento de los datos de una persona si lo solicita?

# @catalog-entry
catalog-entry = Entrada del catálogo

# @compliance
compliance = Cumplimiento

# @contact-of-the-data-protection-officer
contact-of-the-data-protection-officer = Contacto del delegado de protección de datos

# @contoso-crm-dbc7
contoso-crm-dbc7 = Contoso CRM

# @controls-for-administrators
controls-for-administrators = Controles para administradores

# @country-or-region-of-the-head
country-or-region-of-the-head = País o región de la sede central

# @data-reached-through-bots
data-reached-through-bots = Datos accesibles a través de bots

# @date-of-the-latest-soc-1

# @date-of-the-latest-soc-2

# @date-of-the-latest-soc-3

# @delegated
delegated = Delegado

# @do-all-components-of-the-app
do-all-components-of-the-app = ¿Escriben registros de eventos todos los componentes de la aplicación?

# @do-all-employees-attend-security-awareness
do-all-employees-attend-security-awareness = ¿Asisten todos los empleados cada año a una formación de concienciación sobre seguridad?

# @do-employees-of-the-publisher-ever
do-employees-of-the-publisher-ever = ¿Consultan alguna vez los empleados del editor los datos de su organización?

# @do-privacy-laws-such-as-the
do-privacy-laws-such-as-the = ¿Se aplican a la aplicación leyes de privacidad como el RGPD o la CCPA?

# @do-the-coding-guidelines-cover-widespread
do-the-coding-guidelines-cover-widespread = ¿Abarcan las directrices de programación los puntos débiles más extendidos, como los del Top 10 de OWASP?

# @do-the-registered-permissions-match-those

# @does-a-policy-set-the-time
does-a-policy-set-the-time = ¿Fija una directiva el plazo en el que deben aplicarse las revisiones?

# @does-a-public-privacy-notice-explain
does-a-public-privacy-notice-explain = ¿Explica un aviso de privacidad público cómo se recopilan, usan, transmiten y almacenan los datos?

# @does-any-operating-system-or-software
does-any-operating-system-or-software = ¿Hay en el entorno algún sistema operativo o software que carezca de soporte del proveedor?

# @does-anything-that-identifies-a-person
does-anything-that-identifies-a-person = ¿Acaba algún dato que identifique a una persona o a su organización en la telemetría o en los registros, y cuándo se elimina?

# @does-personal-data-leave-the-region
does-personal-data-leave-the-region = ¿Salen los datos personales de la región en la que se recopilaron?

# @does-the-app-ask-for-consent

# @does-the-app-ask-only-for
does-the-app-ask-only-for = ¿Solicita la aplicación únicamente los permisos que necesita?

# @does-the-app-call-preview-or
does-the-app-call-preview-or = ¿Llama la aplicación a API en versión preliminar o retiradas?

# @does-the-app-comply-with-the

# @does-the-app-comply-with-the-6049

# @does-the-app-comply-with-the-6914

# @does-the-app-conform-to-the

# @does-the-app-follow-iso-iec

# @does-the-app-follow-iso-iec-6835

# @does-the-app-follow-the-controls

# @does-the-app-handle-payment-card

# @does-the-app-handle-sensitive-categories
does-the-app-handle-sensitive-categories = ¿Trata la aplicación categorías de datos sensibles, como la salud, la religión o los rasgos biométricos?

# @does-the-app-hold-an-iso

# @does-the-app-hold-an-iso-3b10

# @does-the-app-implement-the-requirements

# @does-the-app-knowingly-handle-data
does-the-app-knowingly-handle-data = ¿Trata la aplicación a sabiendas datos de personas menores de 16 años?

# @does-the-app-meet-the-childrens

# @does-the-app-meet-the-requirements

# @does-the-app-or-its-infrastructure
does-the-app-or-its-infrastructure = ¿Procesa la aplicación o su infraestructura datos sobre los clientes o sus dispositivos?

# @does-the-app-or-its-infrastructure-2bf9
does-the-app-or-its-infrastructure-2bf9 = ¿Almacena la aplicación o su infraestructura datos de los clientes?

# @does-the-app-react-to-continuous

# @does-the-app-sign-users-in
does-the-app-sign-users-in = ¿Inicia la sesión de los usuarios la aplicación mediante la plataforma de identidad de Microsoft?

# @does-the-app-support-schools-in

# @does-the-app-work-with-conditional
does-the-app-work-with-conditional = ¿Funciona la aplicación con directivas de acceso condicional?

# @does-the-certificate-cover-the-hosting

# @does-the-publisher-control-every-redirect

# @excel
excel = Excel

# @fabrikam-mail-guard
fabrikam-mail-guard = Fabrikam Mail Guard

# @for-how-many-days-are-logs

# @for-publishers
for-publishers = Para editores

# @general-facts
general-facts = Datos generales

# @has-a-data-protection-officer-been
has-a-data-protection-officer-been = ¿Se ha designado un delegado de protección de datos?

# @has-the-app-been-assessed-against

# @has-the-integration-been-checked-against
has-the-integration-been-checked-against = ¿Se ha comprobado la integración con la lista publicada de procedimientos recomendados?

# @here-publisher-explains-how-app-signs

# @here-publisher-explains-which-data-app

# @how-are-customers-told-about-a

# @how-can-a-person-send-such

# @how-data-is-handled
how-data-is-handled = Cómo se tratan los datos

# @how-long-is-customer-data-kept
how-long-is-customer-data-kept = ¿Durante cuánto tiempo se conservan los datos de los clientes una vez finalizada la suscripción?

# @how-often-are-backups-taken
how-often-are-backups-taken = ¿Con qué frecuencia se realizan las copias de seguridad?

# @how-often-are-encryption-keys-rotated

# @how-quickly-are-critical-patches-applied

# @how-soon-is-access-withdrawn-when

# @identity
identity = Identidad

# @in-which-regions-is-stored-data
in-which-regions-is-stored-data = ¿En qué regiones se conservan los datos almacenados?

# @information
information = **Información**

# @is-a-data-processing-agreement-offered

# @is-a-list-of-subprocessors-published

# @is-a-pci-dss-assessment-of

# @is-a-record-of-processing-activities

# @is-a-soc-1-report-available

# @is-a-soc-2-report-available

# @is-a-soc-3-report-published

# @is-a-web-application-firewall-placed

# @is-an-employee-alerted-automatically-when
is-an-employee-alerted-automatically-when = ¿Se avisa automáticamente a un empleado cuando se detecta un evento de seguridad?

# @is-customer-data-shared-with-subcontractors

# @is-customer-data-used-for-purposes
is-customer-data-used-for-purposes = ¿Se usan los datos de los clientes para fines que el aviso de privacidad no menciona, por ejemplo, marketing?

# @is-data-encrypted-at-rest-and
is-data-encrypted-at-rest-and = ¿Se cifran los datos en reposo y en tránsito?

# @is-data-erased-in-a-way

# @is-each-code-change-approved-by
is-each-code-change-approved-by = ¿Aprueba cada cambio de código alguien distinto de su autor?

# @is-each-customers-data-separated-from
is-each-customers-data-separated-from = ¿Se separan los datos de cada cliente de los del resto de los clientes?

# @is-intrusion-detection-or-prevention-software
is-intrusion-detection-or-prevention-software = ¿Se utiliza software de detección o prevención de intrusiones en el perímetro de la red?

# @is-open-source-code-checked-for

# @is-personal-data-replaced-by-pseudonyms

# @is-personal-data-sold-or-rented
is-personal-data-sold-or-rented = ¿Se venden o alquilan datos personales a terceros?

# @is-personal-data-used-to-train
is-personal-data-used-to-train = ¿Se usan datos personales para entrenar modelos de aprendizaje automático?

# @is-real-customer-data-ever-used

# @is-the-app-authorized-under-the

# @is-the-app-listed-in-the

# @is-the-app-penetration-tested-by
is-the-app-penetration-tested-by = ¿Se somete la aplicación a pruebas de penetración por parte de un tercero independiente al menos una vez al año?

# @is-the-app-within-the-scope

# @is-the-incident-response-plan-exercised

# @is-the-outer-network-boundary-protected
is-the-outer-network-boundary-protected = ¿Está protegido por un firewall el límite externo de la red?

# @is-there-a-defined-procedure-for
is-there-a-defined-procedure-for = ¿Existe un procedimiento definido para crear, modificar y eliminar las cuentas del personal?

# @is-there-a-formal-process-for
is-there-a-formal-process-for = ¿Existe un proceso formal de gestión de los riesgos de seguridad de la información?

# @is-there-a-published-target-for

# @is-there-a-schedule-that-says

# @is-there-a-written-disaster-recovery
is-there-a-written-disaster-recovery = ¿Existe un plan de recuperación ante desastres por escrito que abarque las copias de seguridad y su restauración?

# @is-there-a-written-procedure-for
is-there-a-written-procedure-for = ¿Existe un procedimiento por escrito para responder a los incidentes de seguridad?

# @may-customers-ask-for-a-copy

# @microsoft-365-clients-that-can-run
microsoft-365-clients-that-can-run = Clientes de Microsoft 365 que pueden ejecutar la aplicación

# @microsoft-teams
microsoft-teams = Microsoft Teams

# @must-every-change-be-requested-reviewed
must-every-change-be-requested-reviewed = ¿Debe solicitarse, revisarse y aprobarse cada cambio antes de llegar a producción?

# @n-a
n-a = N/D

# @name-of-the-body-that-issued

# @no
no = No

# @no-other-services-receive-data-from
no-other-services-receive-data-from = Ningún otro servicio recibe datos de esta aplicación.

# @no-personal-data-appears-in-telemetry
no-personal-data-appears-in-telemetry = No aparecen datos personales en la telemetría ni en los registros.

# @northwind-inventory-e699
northwind-inventory-e699 = Northwind Inventory

# @open-in-the-marketplace

# @open-in-the-teams-store

# @other-microsoft-apis
other-microsoft-apis = Otras API de Microsoft

# @other-services
other-services = Otros servicios

# @outlook
outlook = Outlook

# @people-with-access-to-data
people-with-access-to-data = Personas con acceso a los datos

# @permission
permission = **Permiso**

# @permissions-in-microsoft-graph
permissions-in-microsoft-graph = Permisos en Microsoft Graph

# @privacy
privacy = Privacidad

# @privacy-notice-address
privacy-notice-address = Dirección del aviso de privacidad

# @product-page
product-page = Página del producto

# @publisher
publisher = Editor

# @publisher-has-answered-about-personal-data

# @publisher-has-answered-these-questions-about

# @publisher-has-told-the-catalog-team

# @publisher-website
publisher-website = Sitio web del editor

# @response
response = **Respuesta**

# @security
security = Seguridad

# @security-details-from-the-proseware-cloud
security-details-from-the-proseware-cloud = Detalles de seguridad del Proseware Cloud Catalog

# @show-in-a-new-tab

# @signs-the-user-in
signs-the-user-in = Inicia la sesión del usuario.

# @signs-the-user-in-and-shows

# @some-apps-pass-data-of-your
some-apps-pass-data-of-your = Algunas aplicaciones transmiten datos de su organización a servicios de otras empresas. Si esta aplicación lo hace, aquí se indican los servicios y los motivos.

# @store-id
store-id = Id. de la tienda

# @support-contact
support-contact = Contacto de soporte técnico

# @telemetry-and-logs
telemetry-and-logs = Telemetría y registros

# @terms-of-use
terms-of-use = Condiciones de uso

# @the-app-asks-for-these-microsoft
the-app-asks-for-these-microsoft = La aplicación solicita estos [permisos de Microsoft Graph](https://learn.example.com/graph/permissions):

# @the-details-below-are-taken-from
the-details-below-are-taken-from = Los detalles siguientes proceden del [Proseware Cloud Catalog](https://www.example.com/cloud-catalog).

# @the-developer-last-reviewed-this-page
the-developer-last-reviewed-this-page = Última revisión de esta página por parte del desarrollador: { DATETIME($reviewed, dateStyle: "long") }

# @the-table-shows-which-laws-and

# @this-app-does-not-call-any
this-app-does-not-call-any = Esta aplicación no llama a ninguna otra API de Microsoft.

# @type-of-permission
type-of-permission = **Tipo de permiso**

# @what-can-an-administrator-do-about

# @what-publisher-has-declared-about-the
what-publisher-has-declared-about-the = Lo que { $publisher } ha declarado sobre la seguridad, el cumplimiento y el tratamiento de datos de { $app }, incluidos sus permisos y el modo en que inicia la sesión de los usuarios.

# @what-kinds-of-data-does-the
what-kinds-of-data-does-the = ¿Qué tipos de datos procesa la aplicación?

# @what-the-app-is-for
what-the-app-is-for = Finalidad de la aplicación

# @when-was-a-restore-last-rehearsed

# @where-is-multifactor-authentication-enforced
where-is-multifactor-authentication-enforced = ¿Dónde se exige la autenticación multifactor?

# @which-authentication-library-does-the-app
which-authentication-library-does-the-app = ¿Qué biblioteca de autenticación usa la aplicación?

# @which-cloud-providers-host-the-app
which-cloud-providers-host-the-app = ¿Qué proveedores de nube hospedan la aplicación o partes de ella?

# @which-csa-star-level-has-been

# @which-kinds-of-policies-have-been

# @which-legal-instrument-covers-transfers-to

# @which-password-length-does-the-policy

# @which-protection-against-malware-runs-in
which-protection-against-malware-runs-in = ¿Qué protección contra malware se ejecuta en el entorno de producción?

# @which-service-model-is-the-app
which-service-model-is-the-app = ¿Con qué modelo de servicio se hospeda la aplicación?

# @which-team-owns-the-risk-register

# @which-tls-versions-does-the-app

# @which-type-of-soc-2-report

# @why-are-names-stored
why-are-names-stored = **¿Por qué se almacenan los nombres?**

# @why-does-the-bot-read-the
why-does-the-bot-read-the = **¿Por qué lee el bot la lista de miembros?**

# @why-is-it-needed
why-is-it-needed = **¿Por qué es necesario?**

# @yes
yes = Sí

