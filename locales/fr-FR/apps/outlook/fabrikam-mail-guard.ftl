application-profile-fabrikam-mail-guard-by = Profil d’application : Fabrikam Mail Guard de Fabrikam
what-fabrikam-has-declared-about-the = Ce que Fabrikam a déclaré sur la sécurité, la conformité et le traitement des données de Fabrikam Mail Guard, y compris ses autorisations et la manière dont les utilisateurs sont connectés.
the-developer-last-reviewed-this-page-429f = Dernière révision de cette page par le développeur : 22 novembre 2021
open-in-the-outlook-store = <a href="https://outlook.example.com/addins/1b64f0c8-7e29-4a3d-95f1-c30d82e7ab56" target="_blank">Ouvrir dans la boutique Outlook</a>
open-in-the-marketplace-e2da = <a href="https://store.example.com/product/WA200009103" target="_blank">Ouvrir dans la place de marché</a>
fabrikam-has-told-the-catalog-team = Fabrikam a communiqué à l’équipe du catalogue les informations suivantes sur Fabrikam Mail Guard :
outlook-for-windows-outlook-on-the = Outlook pour Windows, Outlook sur le web
fabrikam-mail-guard-checks-outgoing-messages = Fabrikam Mail Guard recherche les pièces jointes confidentielles dans les messages sortants et demande une confirmation à l’expéditeur avant que le message ne quitte la boîte aux lettres.
germany = Allemagne
hybrid = Hybride
azure-proseware-cloud = Azure, Proseware Cloud
here-fabrikam-explains-which-data-fabrikam = Fabrikam explique ici quelles données Fabrikam Mail Guard collecte, où ces données sont conservées et dans quelle mesure votre organisation en garde le contrôle.
message-headers-and-attachment-names = En-têtes des messages et noms des pièces jointes
tls1-2-or-later = TLS1.2 ou version ultérieure
log-entries-hold-a-hashed-user =
    Les entrées de journal contiennent un identifiant d’utilisateur haché et le résultat de la vérification.
    L’objet et le corps d’un message ne sont jamais journalisés.
    Les entrées sont supprimées au bout de 90 jours.
rules-are-managed-in-the-fabrikam = Les règles sont gérées dans la console Fabrikam ; consultez <a href="https://www.fabrikam.com/docs/console" target="_blank">le manuel de la console</a> pour les rôles et la conservation.
fabrikam-has-answered-these-questions-about = Fabrikam a répondu à ces questions sur la protection de Fabrikam Mail Guard et de son infrastructure.
every-four-hours = Toutes les quatre heures
application-control-only = Contrôle des applications uniquement
within-30-days = Sous 30 jours
planned-for-2022 = Prévu pour 2022
privileged-accounts = Comptes à privilèges
within-24-hours = Sous 24 heures
compliance-team = Équipe chargée de la conformité
every-90-days = Tous les 90 jours
show-in-a-new-tab-3e07 = <a href="https://catalog.example.com/#/dashboard/41003" target="_blank">Afficher dans un nouvel onglet</a>
the-table-shows-which-laws-and = Le tableau indique au regard de quelles lois et normes Fabrikam Mail Guard est évalué.
type-1 = Type 1
litware-audit-gmbh = Litware Audit GmbH
partly = En partie
on-request = Sur demande
fabrikam-has-answered-these-questions-about-379a = Fabrikam a répondu à ces questions sur les données personnelles.
privacy-at-fabrikam = [La confidentialité chez Fabrikam](https://www.fabrikam.com/privacy)
only-where-a-school-has-agreed = Uniquement lorsqu’un établissement scolaire y a consenti
standard-contractual-clauses = Clauses contractuelles types
by-letter-or-e-mail = Par courrier ou par e-mail
here-fabrikam-explains-how-fabrikam-mail = Fabrikam explique ici comment Fabrikam Mail Guard connecte les utilisateurs et comment l’application est inscrite.
an-in-house-library = Une bibliothèque développée en interne
reads-the-headers-and-the-attachment = Lit les en-têtes et les noms des pièces jointes du message sur le point d’être envoyé.
counts-messages-per-day-for-the = Compte les messages par jour pour le rapport hebdomadaire destiné aux administrateurs.
