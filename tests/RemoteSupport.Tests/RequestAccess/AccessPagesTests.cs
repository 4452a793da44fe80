using System.Net;
using AngleSharp.Html.Dom;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RequestAccess;

/// <summary>The supporter's page and the owner's, as people see them.</summary>
public sealed class AccessPagesTests
{
    [Fact, Trait("Behaviour", "RA-3"), Trait("Behaviour", "RA-4")]
    public async Task A_supporter_asks_waits_and_withdraws_on_one_page()
    {
        var steps = await AccessSteps.BeginAsync();
        var browser = await SignInAsync(steps, steps.Supporter);
        var page = await browser.GetAsync(FormOf(steps));
        Assert.Contains(steps.Owner.Name, page.Text, StringComparison.Ordinal);
        Assert.Equal(["PT30M", "PT1H", "PT4H", "PT8H", "P1D", "P3D", "P7D"], Values(page, "Form.Duration"));
        Assert.Equal("PT1H", Select(page, "Form.Duration").Value);

        page = await browser.SubmitAsync(page, "[name='Form.Duration']", ("Form.Duration", "PT4H"), ("Form.Note", "The printer"));

        Assert.Equal((HttpStatusCode.OK, FormOf(steps)), (page.Status, page.Path));
        Assert.Contains("Waiting for the owner", page.Text, StringComparison.Ordinal);
        Assert.Contains("The printer", page.Text, StringComparison.Ordinal);
        Assert.Equal("access", page.Document.QuerySelector("#request")!.GetAttribute("data-renew"));
        Assert.Null(page.Document.QuerySelector("[name='Form.Duration']"));

        page = await browser.SubmitAsync(page, "form[action*=Withdraw]");
        Assert.Contains("Your request is withdrawn.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("[name='Form.Duration']"));
    }

    [Fact, Trait("Behaviour", "RA-10")]
    public async Task A_colleague_sees_who_asked_and_cannot_withdraw_it()
    {
        var steps = await AccessSteps.BeginAsync();
        await steps.AskedAsync();
        var browser = await SignInAsync(steps, await steps.Tenant.AddPartnerUserAsync());
        var page = await browser.GetAsync(FormOf(steps));
        Assert.Contains(steps.Supporter.Name, page.Document.QuerySelector("#request")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*=Withdraw]"));
    }

    [Fact, Trait("Behaviour", "RA-4")]
    public async Task What_is_refused_stands_at_its_field_and_what_was_typed_stays()
    {
        var steps = await AccessSteps.BeginAsync();
        var browser = await SignInAsync(steps, steps.Supporter);
        var page = await browser.SubmitAsync(await browser.GetAsync(FormOf(steps)), "[name='Form.Duration']", ("Form.Duration", "P8D"), ("Form.Note", "Typed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Choose a duration from 1 minute to 7 days.", page.ErrorAt("Form.Duration"));
        Assert.Contains("Typed", page.Document.QuerySelector("[name='Form.Note']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "RA-10"), Trait("Behaviour", "RA-20")]
    public async Task While_access_is_open_the_page_asks_for_more_time_and_gives_back()
    {
        var steps = await AccessSteps.BeginAsync();
        await steps.GrantedAsync();
        var browser = await SignInAsync(steps, steps.Supporter);
        var page = await browser.SubmitAsync(await browser.GetAsync(FormOf(steps)), "[name='More.Duration']", ("More.Duration", "PT30M"));
        Assert.Contains("Waiting for the owner to decide on more time", page.Text, StringComparison.Ordinal);

        page = await browser.SubmitAsync(page, "[name='Back.Outcome']", ("Back.Outcome", "It prints"));
        Assert.Contains("The access is given back.", page.Text, StringComparison.Ordinal);
        Assert.Equal("It prints", await steps.Tenant.SingleAsync<string>("select reason from access_requests where state = 'returned'"));
    }

    [Theory, Trait("Behaviour", "RA-6")]
    [InlineData("en", "Remote Support", "asks for access", "Approve")]
    [InlineData("it", "Supporto remoto", "chiede l'accesso", "Approva")]
    [InlineData("es", "Soporte remoto", "solicita acceso", "Aprobar")]
    [InlineData("de", "Fernsupport", "bittet um Zugriff", "Genehmigen")]
    public async Task The_owner_decides_in_their_language(string language, string title, string asks, string approve)
    {
        var steps = await AccessSteps.BeginAsync(ownerLanguage: language);
        await steps.AskedAsync("PT4H", "The printer");
        var browser = await SignInAsync(steps, steps.Owner);

        var page = await browser.GetAsync("/manage/remote-support");

        Assert.Equal(title, page.Heading);
        var card = page.Document.QuerySelector(".card-decision")!.TextContent;
        foreach (var part in new[] { steps.Supporter.Name + " " + asks, approve, "The printer" }) Assert.Contains(part, card, StringComparison.Ordinal);
        Assert.Equal("PT4H", Select(page, "duration").Value);
    }

    [Fact, Trait("Behaviour", "RA-6")]
    public async Task The_owner_approves_shorter_moves_the_end_and_revokes()
    {
        var steps = await AccessSteps.BeginAsync();
        await steps.AskedAsync("PT4H");
        var browser = await SignInAsync(steps, steps.Owner);
        var page = await browser.SubmitAsync(await browser.GetAsync("/manage/remote-support"), "form[action*=Approve]", ("duration", "PT1H"));
        Assert.Contains("Approved: access is open until 10 Mar 2026, 11:00 (Europe/Rome).", page.Text, StringComparison.Ordinal);
        Assert.Equal("3600", page.Document.QuerySelector("#access-now time[data-seconds-left]")!.GetAttribute("data-seconds-left"));

        page = await browser.SubmitAsync(page, "form[action*=End]", ("duration", "P3D"));
        Assert.Contains("Access now ends on 13 Mar 2026, 10:00 (Europe/Rome).", page.Text, StringComparison.Ordinal);

        page = await browser.SubmitAsync(page, "form[action*=Revoke]", ("reason", "Enough"));
        var row = page.Document.QuerySelector("#access-history tbody tr")!.TextContent;
        foreach (var part in new[] { steps.Supporter.Name, "Revoked", "4 hours", "1 hour", "Enough" }) Assert.Contains(part, row, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "RA-7")]
    public async Task A_late_click_is_told_what_was_decided_and_sees_how_it_stands()
    {
        var steps = await AccessSteps.BeginAsync();
        var id = await steps.AskedAsync();
        var browser = await SignInAsync(steps, steps.Owner);
        var page = await browser.GetAsync("/manage/remote-support");
        await steps.DoAsync("cancel", id);
        page = await browser.SubmitAsync(page, "form[action*=Approve]");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains($"{steps.Supporter.Name} already withdrew this request", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".card-decision"));
    }

    [Fact, Trait("Behaviour", "RA-6"), Trait("Behaviour", "RA-11")]
    public async Task An_admin_sees_the_lists_and_why_there_are_no_buttons()
    {
        var steps = await AccessSteps.BeginAsync();
        await steps.MoreAskedAsync(await steps.GrantedAsync());
        var browser = await SignInAsync(steps, await steps.Tenant.AddMemberAsync(steps.Organization, "admin"));
        var page = await browser.GetAsync("/manage/remote-support");
        Assert.Contains("Only the owner decides on access; you see how it stands.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.Equal(2, page.Document.QuerySelectorAll("#access-history tbody tr").Length);
    }

    [Theory, Trait("Behaviour", "RA-6"), Trait("Behaviour", "TN-2")]
    [InlineData("member", "/manage/remote-support", 403)]
    [InlineData("supporter", "/manage/remote-support", 403)]
    [InlineData("owner", "form", 403)]
    [InlineData("supporter", "form of another tenant", 404)]
    public async Task Nobody_sees_a_page_that_is_not_theirs(string who, string where, int status)
    {
        var (steps, elsewhere) = (await AccessSteps.BeginAsync(), await AccessSteps.BeginAsync());
        var person = who switch { "member" => await steps.Tenant.AddMemberAsync(steps.Organization), "owner" => steps.Owner, _ => steps.Supporter };
        var path = where switch { "form" => FormOf(steps), "form of another tenant" => FormOf(elsewhere), _ => where };
        var page = await (await SignInAsync(steps, person)).GetAsync(path);
        Assert.Equal(status, (int)page.Status);
        Assert.DoesNotContain(steps.Supporter.Name + " asks", page.Text, StringComparison.Ordinal);
    }

    private static string FormOf(AccessSteps steps) => $"/support-hub/request-access/{steps.Organization}";

    private static async Task<Browser> SignInAsync(AccessSteps steps, TestAccount person)
    {
        var browser = steps.Tenant.Browse();
        await browser.SignInAsync(person.Email);
        return browser;
    }

    private static IHtmlSelectElement Select(Page page, string name) => (IHtmlSelectElement)page.Document.QuerySelector($"select[name='{name}']")!;

    private static IEnumerable<string> Values(Page page, string name) => Select(page, name).Options.Select(option => option.Value);
}
