using System.Net;

namespace RemoteSupport.Tests.RequestAccess;

/// <summary>Every state × every action (RA-7): what happens, or with which code it is refused; then nothing has changed.</summary>
public sealed class StateTableTests
{
    private const string Table =
        """
        state            | approve         | reject          | cancel          | revoke          | return          | end             | extensions
        pending          | approved        | rejected        | cancelled       | request_pending | request_pending | request_pending | request_pending
        more asked       | approved        | rejected        | cancelled       | request_pending | request_pending | request_pending | request_pending
        approved         | already_decided | already_decided | already_decided | revoked         | returned        | approved        | pending
        more approved    | already_decided | already_decided | already_decided | revoked         | returned        | approved        | pending
        rejected         | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided
        cancelled        | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided
        lapsed           | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided
        lapsed by clock  | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided
        expired          | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided
        expired by clock | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided
        revoked          | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided
        returned         | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided | already_decided
        """;

    public static TheoryData<string, string, string> Cells()
    {
        var rows = Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        var cells = new TheoryData<string, string, string>();
        foreach (var row in rows.Skip(1))
            foreach (var (action, expected) in rows[0].Zip(row).Skip(1)) cells.Add(row[0], action, expected);
        return cells;
    }

    [Theory, MemberData(nameof(Cells)), Trait("Behaviour", "RA-7"), Trait("Behaviour", "RA-6"), Trait("Behaviour", "RA-20")]
    public async Task A_request_in_a_state_takes_an_action_or_says_why_not(string state, string action, string expected)
    {
        var steps = await AccessSteps.BeginAsync();
        var id = await BringAsync(steps, state);
        var before = await steps.RowsAsync();

        var answer = await steps.DoAsync(action, id);

        if (answer.Code is null)
        {
            Assert.Equal(expected, answer.Body["state"]?.GetValue<string>());
            return;
        }

        Assert.Equal((expected, HttpStatusCode.Conflict), (answer.Code, answer.Status));
        Assert.Equal(before, await steps.RowsAsync());
        if (expected != "already_decided") return;
        Assert.Equal(state.Replace(" by clock", "", StringComparison.Ordinal).Replace("more ", "", StringComparison.Ordinal), answer.Body["state"]!.GetValue<string>());
        Assert.Equal(Decider(steps, state), answer.Body["decidedBy"]?.GetValue<string>());
        Assert.NotNull(answer.Body["decidedAt"]);
    }

    private static string? Decider(AccessSteps steps, string state) => state switch
    {
        "cancelled" or "returned" => steps.Supporter.Name,
        "lapsed" or "lapsed by clock" or "expired" or "expired by clock" => null,
        _ => steps.Owner.Name,
    };

    private static async Task<string> BringAsync(AccessSteps steps, string state)
    {
        switch (state)
        {
            case "pending": return await steps.AskedAsync();
            case "more asked": return await steps.MoreAskedAsync(await steps.GrantedAsync());
            case "approved": return await steps.GrantedAsync();
            case "more approved":
                var more = await steps.MoreAskedAsync(await steps.GrantedAsync());
                await steps.DoAsync("approve", more);
                return more;
            case "rejected" or "cancelled":
                var asked = await steps.AskedAsync();
                await steps.DoAsync(state == "rejected" ? "reject" : "cancel", asked);
                return asked;
            case "revoked" or "returned":
                var granted = await steps.GrantedAsync();
                await steps.DoAsync(state == "revoked" ? "revoke" : "return", granted);
                return granted;
            default:
                var id = state.StartsWith("lapsed", StringComparison.Ordinal) ? await steps.AskedAsync() : await steps.GrantedAsync("PT4H");
                await steps.LeapAsync(state.StartsWith("lapsed", StringComparison.Ordinal) ? TimeSpan.FromDays(7) : TimeSpan.FromHours(4));
                if (!state.EndsWith("clock", StringComparison.Ordinal)) await steps.RunJobAsync();
                return id;
        }
    }
}
