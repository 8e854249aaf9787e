"""`palabre policy`: everything about rules, from the first idea to months of the past."""

import typer

from bot.cli import policy_backtest, policy_cases, policy_diff, policy_explain, policy_list, policy_new


def add(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True)
    group.command("list", help="help-policy-list")(policy_list.list_policies)
    group.command("show", help="help-policy-show")(policy_list.show)
    group.command("new", help="help-policy-new")(policy_new.new)
    group.command("check", help="help-policy-check")(policy_cases.check)
    group.command("test", help="help-policy-test")(policy_cases.run_cases)
    group.command("explain", help="help-policy-explain")(policy_explain.explain)
    group.command("backtest", help="help-policy-backtest")(policy_backtest.backtest)
    group.command("diff", help="help-policy-diff")(policy_diff.diff)
    app.add_typer(group, name="policy", help="help-policy")
