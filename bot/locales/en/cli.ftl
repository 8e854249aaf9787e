### What the commands of the shell say to the operator.

cli-mistakes =
    { $number ->
        [one] One thing needs your attention:
       *[other] { $number } things need your attention:
    }
cli-config-sound = The settings in { $path } are sound.
cli-config-default = There is no config.toml here, so everything has its usual value.
