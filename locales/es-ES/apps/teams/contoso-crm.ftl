application-profile-of-contoso-crm-by = Perfil de la aplicación Contoso CRM de Contoso
what-contoso-has-declared-about-the = Lo que Contoso ha declarado sobre la seguridad, el cumplimiento y el tratamiento de datos de Contoso CRM, incluidos sus permisos y el modo en que inicia la sesión de los usuarios.
the-developer-last-reviewed-this-page-77e0 = Última revisión de esta página por parte del desarrollador: 9 de diciembre de 2021
denmark = Dinamarca
within-7-days = En un plazo de 7 días
once-a-year = Una vez al año
type-2 = Tipo 2
level-aa = Nivel AA
