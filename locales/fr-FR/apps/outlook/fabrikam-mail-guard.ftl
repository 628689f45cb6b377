# @application-profile-fabrikam-mail-guard-by
application-profile-fabrikam-mail-guard-by = Profil d’application : Fabrikam Mail Guard de Fabrikam

# @open-in-the-outlook-store
open-in-the-outlook-store = <a href="https://outlook.example.com/addins/1b64f0c8-7e29-4a3d-95f1-c30d82e7ab56" target="_blank">Ouvrir dans la boutique Outlook</a>

# @outlook-for-windows-outlook-on-the
outlook-for-windows-outlook-on-the = Outlook pour Windows, Outlook sur le web

# @fabrikam-mail-guard-checks-outgoing-messages
fabrikam-mail-guard-checks-outgoing-messages = Fabrikam Mail Guard recherche les pièces jointes confidentielles dans les messages sortants et demande une confirmation à l’expéditeur avant que le message ne quitte la boîte aux lettres.

# @germany
germany = Allemagne

# @hybrid
hybrid = Hybride

# @azure-proseware-cloud
azure-proseware-cloud = Azure, Proseware Cloud

# @message-headers-and-attachment-names
message-headers-and-attachment-names = En-têtes des messages et noms des pièces jointes

# @tls1-2-or-later
tls1-2-or-later = TLS1.2 ou version ultérieure

# @log-entries-hold-a-hashed-user
log-entries-hold-a-hashed-user =
    Les entrées de journal contiennent un identifiant d’utilisateur haché et le résultat de la vérification.
    L’objet et le corps d’un message ne sont jamais journalisés.
    Les entrées sont supprimées au bout de 90 jours.

# @rules-are-managed-in-the-fabrikam
rules-are-managed-in-the-fabrikam = Les règles sont gérées dans la console Fabrikam ; consultez <a href="https://www.fabrikam.com/docs/console" target="_blank">le manuel de la console</a> pour les rôles et la conservation.

# @every-four-hours
every-four-hours = Toutes les quatre heures

# @application-control-only
application-control-only = Contrôle des applications uniquement

# @within-30-days
within-30-days = Sous 30 jours

# @planned-for-2022
planned-for-2022 = Prévu pour 2022

# @privileged-accounts
privileged-accounts = Comptes à privilèges

# @within-24-hours
within-24-hours = Sous 24 heures

# @compliance-team
compliance-team = Équipe chargée de la conformité

# @every-90-days
every-90-days = Tous les 90 jours

# @show-in-a-new-tab-3e07
show-in-a-new-tab-3e07 = <a href="https://catalog.example.com/#/dashboard/41003" target="_blank">Afficher dans un nouvel onglet</a>

# @type-1
type-1 = Type 1

# @litware-audit-gmbh
litware-audit-gmbh = Litware Audit GmbH

# @partly
partly = En partie

# @on-request
on-request = Sur demande

# @privacy-at-fabrikam
privacy-at-fabrikam = [La confidentialité chez Fabrikam](https://www.fabrikam.com/privacy)

# @only-where-a-school-has-agreed
only-where-a-school-has-agreed = Uniquement lorsqu’un établissement scolaire y a consenti

# @standard-contractual-clauses
standard-contractual-clauses = Clauses contractuelles types

# @by-letter-or-e-mail
by-letter-or-e-mail = Par courrier ou par e-mail

# @an-in-house-library
an-in-house-library = Une bibliothèque développée en interne

# @reads-the-headers-and-the-attachment
reads-the-headers-and-the-attachment = Lit les en-têtes et les noms des pièces jointes du message sur le point d’être envoyé.

# @counts-messages-per-day-for-the
counts-messages-per-day-for-the = Compte les messages par jour pour le rapport hebdomadaire destiné aux administrateurs.

