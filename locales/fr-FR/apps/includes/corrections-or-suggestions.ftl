# @something-wrong-on-this-page
something-wrong-on-this-page = Une erreur sur cette page ?

# @tell-the-publisher-or-write-to
tell-the-publisher-or-write-to = Informez-en l’éditeur, ou <a href="https://www.contoso.com/feedback?topic=app-profiles" target="_blank">écrivez à l’équipe du catalogue</a> en précisant la ligne à corriger.

