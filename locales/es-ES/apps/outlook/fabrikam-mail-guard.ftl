application-profile-fabrikam-mail-guard-by = Perfil de la aplicación: Fabrikam Mail Guard de Fabrikam
germany = Alemania
hybrid = Híbrido
every-90-days = Cada 90 días
type-1 = Tipo 1
partly = Parcialmente
on-request = A petición
