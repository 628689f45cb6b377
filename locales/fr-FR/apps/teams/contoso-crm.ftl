# @contoso-crm-brings-customers-deals-and
contoso-crm-brings-customers-deals-and = Contoso CRM intègre les clients, les affaires et les tâches de suivi dans les canaux où l’équipe commerciale échange déjà. Chaque affaire dispose de son propre onglet, et les notes de réunion sont classées chez le bon client sans quitter Teams.

# @denmark
denmark = Danemark

# @contoso-crm-for-sales-teams
contoso-crm-for-sales-teams = [Contoso CRM pour les équipes commerciales](https://www.contoso.com/crm)

# @names-e-mail-addresses-calendar-entries
names-e-mail-addresses-calendar-entries = Noms, adresses e-mail, entrées de calendrier et champs `customerNotes`

# @european-union
european-union = Union européenne

# @n-30-days-then-it-is-erased
n-30-days-then-it-is-erased = 30 jours, après quoi elles sont effacées de tous les systèmes, sauvegardes comprises

# @the-address-of-a-customers-office
the-address-of-a-customers-office = L’adresse du bureau d’un client est envoyée au service cartographique de Tailwind Maps afin que l’application puisse tracer un itinéraire. Les noms de personnes ne sont pas transmis.

# @members-of-a-channel-are-listed
members-of-a-channel-are-listed = Les membres d’un canal sont répertoriés afin qu’une affaire puisse être confiée à l’un d’eux.

# @the-name-is-kept-with-the
the-name-is-kept-with-the = Le nom est conservé avec l’affaire en tant que propriétaire de celle-ci.

# @log-entries-name-the-tenant-and
log-entries-name-the-tenant-and = Les entrées de journal désignent le locataire et l’action, jamais une personne. Elles sont supprimées au bout de `retentionDays` jours.

# @an-administrator-can-erase-export-or
an-administrator-can-erase-export-or = Un administrateur peut effacer, exporter ou archiver tous les enregistrements de l’organisation dans l’onglet **Administration**. La piste d’audit peut être téléchargée sous forme de fichier CSV.

# @no-personal-data-leaves-the-region
no-personal-data-leaves-the-region = Aucune donnée personnelle ne quitte la région.

# @support-staff-of-contoso-may-look
support-staff-of-contoso-may-look = L’assistance de Contoso ne peut consulter un enregistrement que si un client a ouvert un ticket et accordé un accès d’une journée.

# @daily-weekly-monthly-depending-on-the
daily-weekly-monthly-depending-on-the = Quotidienne \| hebdomadaire \| mensuelle, selon le système

# @within-7-days
within-7-days = Sous 7 jours

# @code-repository-dns-management-privileged-accounts
code-repository-dns-management-privileged-accounts = Référentiel de code<br/>Gestion DNS<br/>Comptes à privilèges

# @on-the-last-working-day
on-the-last-working-day = Le dernier jour de travail

# @set-by-retentiondays-180-by-default
set-by-retentiondays-180-by-default = Défini par `retentionDays`, 180 par défaut

# @r-d-and-operations
r-d-and-operations = R&amp;D et exploitation

# @once-a-year
once-a-year = Une fois par an

# @is-remote-access-to-production-limited
is-remote-access-to-production-limited = L’accès distant à la production est-il limité aux appareils gérés ?

# @are-employees-screened-before-they-are
are-employees-screened-before-they-are = Les employés font-ils l’objet de vérifications avant l’embauche, dans la mesure où la loi le permet ?

# @is-traffic-between-the-tiers-of
is-traffic-between-the-tiers-of = Le trafic entre les niveaux de l’application est-il limité au strict nécessaire ?

# @show-in-a-new-tab-44ab
show-in-a-new-tab-44ab = <a href="https://catalog.example.com/#/dashboard/41001" target="_blank">Afficher dans un nouvel onglet</a>

# @type-2
type-2 = Type 2

# @proseware-certification
proseware-certification = Proseware Certification

# @level-1-self-assessment
level-1-self-assessment = Niveau 1, auto-évaluation

# @level-aa
level-aa = Niveau AA

# @is-the-app-audited-under-uk
is-the-app-audited-under-uk = L’application est-elle auditée dans le cadre du programme britannique Cyber Essentials Plus ?

# @does-the-app-comply-with-the-87cd
does-the-app-comply-with-the-87cd = L’application est-elle conforme au programme australien IRAP (Information Security Registered Assessors Program) ?

# @yes-after-signing-a-confidentiality-agreement
yes-after-signing-a-confidentiality-agreement = Oui, après signature d’un accord de confidentialité

# @yes-as-json-or-csv
yes-as-json-or-csv = Oui, au format JSON ou CSV

# @by-e-mail-at-least-30
by-e-mail-at-least-30 = Par e-mail, au moins 30 jours à l’avance

# @write-to-privacy-contoso-com-or
write-to-privacy-contoso-com-or = Écrivez à privacy@contoso.com ou utilisez le formulaire de l’application sous **Paramètres** > **Mes données**.

# @does-the-app-show-its-privacy
does-the-app-show-its-privacy = L’application affiche-t-elle ses paramètres de confidentialité lors de sa première ouverture ?

# @is-diagnostic-data-collected-only-after
is-diagnostic-data-collected-only-after = Les données de diagnostic ne sont-elles collectées qu’après accord de l’utilisateur ?

# @block-legacy-sign-in-require-multifactor
block-legacy-sign-in-require-multifactor = - Bloquer l’authentification héritée<br/>- Exiger l’authentification multifacteur<br/>- Exiger un appareil conforme

# @adds-follow-up-meetings-to-the
adds-follow-up-meetings-to-the = Ajoute des réunions de suivi au calendrier de l’utilisateur connecté et en lit les horaires.

# @suggests-contacts-of-the-user-when
suggests-contacts-of-the-user-when = Suggère des contacts de l’utilisateur lors de la création d’un client.

# @saves-offers-contracts-in-the-document
saves-offers-contracts-in-the-document = Enregistre les offres &amp; contrats dans la bibliothèque de documents de l’équipe.

# @finds-the-teams-in-which-the
finds-the-teams-in-which-the = Recherche les équipes dans lesquelles l’application est installée, afin de pouvoir envoyer des rappels.

# @sends-an-offer-by-e-mail
sends-an-offer-by-e-mail = Envoie une offre par e-mail une fois que l’utilisateur a appuyé sur **Envoyer**.

