### What `palabre doctor` finds.

doctor-versions = Python { $python }, { $libraries }
doctor-settings = The settings in { $path } are sound ({ $communities ->
        [0] no community described yet
        [one] one community
       *[other] { $communities } communities
    }).
doctor-settings-usual = There is no config.toml here, so everything has its usual value.
doctor-settings-wrong = The settings hold mistakes.
doctor-settings-held = The settings hold mistakes. A bot that starts now goes on with those of { $since }, in safe mode; what follows is about these.
doctor-settings-held-step = Correct the file, then restart the bot.
doctor-policies = Policies: every pack can be read ({ $packs }), and every case holds ({ $cases }).
doctor-policies-wrong = Policies: { $mistakes } mistakes, { $failing } failing cases.
doctor-policies-step = palabre policy check
doctor-disk = { $mebibytes } MiB are free in { $place }.
doctor-disk-low = Only { $mebibytes } MiB are free in { $place }.
doctor-disk-step = Make room: a full disk stops everything.
doctor-disk-closed = The database in { $place } may not be written to.
doctor-disk-closed-step = Give the user that runs Palabre the right to write there.
doctor-database = The database { $place } answers, at revision { $revision }.
doctor-database-none = There is no database at { $place } yet: the first run or replay makes one.
doctor-database-wrong = The database cannot serve: { $problem }.
doctor-database-step = Check its address in the settings, and whether its server is running.
doctor-revision = The database { $place } is at revision { $revision }, which is not the one that this version expects.
doctor-revision-step = palabre db upgrade
doctor-chain = { $community }: { $rulings } rulings, and their chain is whole.
doctor-chain-broken = { $community }: the chain of rulings is broken: { $problem }.
doctor-chain-step = Somebody or something changed the database by hand. Go back to a copy from before, and keep this one to look into.
doctor-quarantine = { $community }: number { NUMBER($number, useGrouping: 0) } was set aside at { $at }; { $room } stumbled: { $error }
doctor-quarantine-step = palabre quarantine retry { NUMBER($number, useGrouping: 0) } (once what it stumbled over is mended)
doctor-quarantine-more = { $community }: and { $number } more were set aside.
doctor-unsure = { $community }: { $number } measures or messages may have gone out twice or not at all.
doctor-unsure-step = Look on the platform whether they are there; Palabre never repeats them blindly.
doctor-waiting = { $community }: { $number } measures or messages are on their way.
doctor-no-token = A community here has a server on Discord, and there is no token for it.
doctor-no-token-step = Set PALABRE_DISCORD_TOKEN; palabre init discord says how to get one.
doctor-platform-away = { $platform } cannot be asked now: { $problem }
doctor-platform-away-step = Try again in a minute; if it stays so, look at the connection to the internet.
doctor-oddity =
    { $platform } said something that this version does not understand: { $what } ({ $number ->
        [one] once
       *[other] { $number } times
    }, last on { $at }). Nothing else is affected.
doctor-no-slack = A community here has a workspace on Slack, and there is no key to it.
doctor-no-slack-step = Set PALABRE_SLACK_BOT_TOKEN and PALABRE_SLACK_APP_TOKEN; palabre init slack says how to get them.
doctor-platform-half = { $platform }: something is missing in the environment or the settings.
