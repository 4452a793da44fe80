using System.Net;
using RemoteSupport.Features.Calls;

namespace RemoteSupport.Tests.Invitations;

[Trait("Behaviour", "CA-9")]
public sealed class GoodbyeTests
{
    [Theory]
    [InlineData("en", "How likely are you to recommend")]
    [InlineData("it", "Con quale probabilità")]
    [InlineData("es", "¿Qué probabilidad hay")]
    [InlineData("de", "Wie wahrscheinlich ist es")]
    public async Task The_question_is_asked_once_in_the_invitations_language_after_the_call_has_ended(string language, string question)
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync(Invited.Body(language: language));
        var (guest, start) = await scene.EnterAsync(id);
        await CallAsync(scene, id);

        var page = await guest.GetAsync(start + "/goodbye");
        Assert.StartsWith(question, page.Document.QuerySelector("legend")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(11, page.Document.QuerySelectorAll(".nps-score input").Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.SubmitAsync(page, "[name='Form.Comment']")).Status);
        var answers = await Task.WhenAll(
            guest.SubmitAsync(page, "[name='Form.Comment']", ("Form.Score", "9"), ("Form.Comment", "Very kind")), guest.SubmitAsync(page, "[name='Form.Comment']", ("Form.Score", "9"), ("Form.Comment", "Very kind")));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, null), (answer.Status, answer.Document.QuerySelector(".nps"))));
        Assert.Equal((9, "Very kind"), await scene.Tenant.SingleAsync<(int, string)>("select nps_score, nps_comment from calls"));
        Assert.Null((await guest.GetAsync(start + "/goodbye")).Document.QuerySelector(".nps"));
        Assert.EndsWith("/goodbye", (await guest.GetAsync(start + "/call")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_who_left_a_call_that_goes_on_can_go_back_and_one_whom_nobody_answered_is_not_asked()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var (guest, start) = await scene.EnterAsync(id);
        var page = await guest.GetAsync(start + "/goodbye");
        Assert.Equal(("Nobody has answered yet", null), (page.Heading, page.Document.QuerySelector(".nps")));
        Assert.NotNull(page.Document.QuerySelector($"a[href='{start}/call']"));

        await CallAsync(scene, id, isRunning: true);
        page = await guest.GetAsync(start + "/goodbye");
        Assert.Equal("You have left the call", page.Heading);
        Assert.NotNull(page.Document.QuerySelector($"a[href='{start}/call']"));
        Assert.NotNull(page.Document.QuerySelector(".nps"));
    }

    [Fact]
    public async Task Nobody_answers_for_a_guest()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var (_, start) = await scene.EnterAsync(id);
        await CallAsync(scene, id);
        var stranger = await scene.Tenant.Browse().GetAsync(start + "/goodbye");
        Assert.Equal((HttpStatusCode.NotFound, null), (stranger.Status, stranger.Document.QuerySelector(".nps")));
    }

    private static async Task CallAsync(Invited scene, Guid id, bool isRunning = false)
    {
        var call = Guid.CreateVersion7(scene.Tenant.Now);
        await scene.Tenant.RunAsync(
            "insert into calls (id, invitation_id, inviter_id, state, rang_at, answered_at, due_at) values (@call, @id, @inviter, 'in_call', @Now, @Now, @Now)",
            new { call, id, inviter = scene.Inviter.Id, scene.Tenant.Now });
        await scene.TellAsync(new CallAnswered(call, id, scene.Tenant.Now));
        if (isRunning) return;
        await scene.Tenant.RunAsync("update calls set state = 'done', ended_at = @Now, end_reason = 'hung_up', due_at = null where tenant_id = @Id", new { scene.Tenant.Now, scene.Tenant.Id });
        await scene.TellAsync(new CallDone(call, id, scene.Tenant.Now, "hung_up"));
    }
}
