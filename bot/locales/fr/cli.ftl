### Ce que disent les commandes du terminal.

cli-mistakes =
    { $number ->
        [one] Un point à regarder :
       *[other] { $number } points à regarder :
    }
cli-config-sound = Les réglages de { $path } sont bons.
cli-config-default = Il n'y a pas de config.toml ici : tout garde sa valeur habituelle.
