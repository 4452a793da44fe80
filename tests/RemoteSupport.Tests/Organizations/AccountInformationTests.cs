using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

public sealed class AccountInformationTests
{
    private const string Here = "/manage/account-information";

    [Fact, Trait("Behaviour", "OR-1"), Trait("Behaviour", "OR-6")]
    public async Task The_owner_sees_the_id_to_copy_and_changes_what_is_theirs()
    {
        var (scene, browser) = await OwnerAsync();
        await scene.AsSupporter.PatchAsync(scene.Path, new { customerReference = "PT-7", numbers = new[] { "+39066981234" } });

        var page = await browser.GetAsync(Here);
        Assert.Equal("Account Information", page.Heading);
        Assert.Equal(scene.Organization.ToString(), page.Document.QuerySelector("button[data-copy]")?.GetAttribute("data-copy"));
        Assert.Contains("PT-7", page.Text, StringComparison.Ordinal);
        var saved = await browser.SubmitAsync(page, "#Form_Name", ("Form.Name", "Our New Name"), ("Numbers", "+39066981234\r\n\r\n 030 1 "), ("Form.Language", "de"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Enter a phone number with its country code, such as +39 06 12345678."), (saved.Status, saved.ErrorAt("Numbers")));
        Assert.Equal("Our New Name", saved.Document.QuerySelector("#Form_Name")?.GetAttribute("value"));
        saved = await browser.SubmitAsync(saved, "#Form_Name", ("Numbers", "+39066981234\r\n+39066981235"));
        Assert.Equal((HttpStatusCode.OK, "The account information is saved."), (saved.Status, saved.Document.QuerySelector(".notice-ok")?.TextContent.Trim()));
        var body = (await scene.AsOwner.GetAsync(scene.Path)).Body;
        Assert.Equal(
            ("Our New Name", "PT-7", "de", "Europe/Rome", "customer", 2),
            (body["name"]!.ToString(), body["customerReference"]!.ToString(), body["language"]!.ToString(), body["timeZone"]!.ToString(), body["managedBy"]!.ToString(), body["numbers"]!.AsArray().Count));
    }

    [Fact, Trait("Behaviour", "OR-1")]
    public async Task Overposting_changes_nothing_that_is_the_partners()
    {
        var (scene, browser) = await OwnerAsync();
        await browser.SubmitAsync(await browser.GetAsync(Here), "#Form_Name", ("Form.Country", "DE"), ("Form.Status", "suspended"), ("Form.CustomerReference", "X"), ("Form.Id", Guid.Empty.ToString()));
        Assert.Equal(("IT", "active", (string?)null), await scene.Tenant.SingleAsync<(string, string, string?)>("select country, status, customer_reference from organizations"));
    }

    [Theory, Trait("Behaviour", "OR-4")]
    [InlineData("Accept", "service_provider")]
    [InlineData("Refuse", "customer")]
    public async Task The_owner_decides_a_handover_on_a_card_of_its_own(string button, string managedBy)
    {
        var (scene, browser) = await OwnerAsync();
        (await scene.AsSupporter.PostAsync(scene.Path + "/handover")).IsDone();

        var page = await browser.GetAsync(Here);
        var card = page.Document.QuerySelector("#handover[data-renew='access'] .card-decision")!;
        Assert.Contains(scene.Supporter.Name, card.TextContent, StringComparison.Ordinal);
        Assert.Contains("(Europe/Rome)", card.TextContent, StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, $"form[action*='handler={button}']");

        Assert.Equal((HttpStatusCode.OK, managedBy), (page.Status, await scene.ManagedByAsync()));
        Assert.Null(page.Document.QuerySelector(".card-decision"));
        Assert.Equal(managedBy == "customer" ? "Customer" : "Service Provider", page.Document.QuerySelector("#managed-by .chip")?.TextContent.Trim());
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task A_late_decision_says_that_it_is_decided()
    {
        var (scene, browser) = await OwnerAsync();
        (await scene.AsSupporter.PostAsync(scene.Path + "/handover")).IsDone();
        var page = await browser.GetAsync(Here);
        (await scene.AsSupporter.DeleteAsync(scene.Path + "/handover")).IsDone();

        page = await browser.SubmitAsync(page, "form[action*='handler=Accept']");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("This handover has already been decided.", page.Text, StringComparison.Ordinal);
        Assert.Equal("customer", await scene.ManagedByAsync());
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task The_owner_changes_who_manages_the_organization()
    {
        var (scene, browser) = await OwnerAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(Here), "#managed-by form");
        Assert.Equal("service_provider", await scene.ManagedByAsync());
        await browser.SubmitAsync(page, "#managed-by form");
        Assert.Equal("customer", await scene.ManagedByAsync());
    }

    [Fact, Trait("Behaviour", "OR-3")]
    public async Task The_owner_hands_over_ownership_to_a_member_by_name()
    {
        var (scene, browser) = await OwnerAsync();
        Assert.Null((await browser.GetAsync(Here)).Document.QuerySelector("#UserId"));
        var heir = await scene.Tenant.AddMemberAsync(scene.Organization);
        await scene.Tenant.AddMemberAsync(scene.Organization, status: "invited");

        var page = await browser.GetAsync(Here);
        Assert.Equal(["", heir.Id.ToString()], page.Document.QuerySelectorAll("#UserId option").Select(option => option.GetAttribute("value")));
        var none = await browser.SubmitAsync(page, "#UserId");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Choose another active member of this organization."), (none.Status, none.ErrorAt("UserId")));
        page = await browser.SubmitAsync(none, "#UserId", ("UserId", heir.Id.ToString()));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(heir.Name, page.Document.QuerySelector("#owner-title")!.ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#UserId"));
        Assert.NotNull(page.Document.QuerySelector("#Form_Name"));
    }

    [Theory, Trait("Behaviour", "RA-11"), Trait("Behaviour", "RA-12")]
    [InlineData("owner", true)]
    [InlineData("super_admin", true)]
    [InlineData("look_only", false)]
    public async Task In_a_remote_login_the_page_offers_nothing_that_is_done_in_person(string role, bool mayChange)
    {
        var scene = await Steps.SceneAsync(role == "owner" ? "service_provider" : "customer");
        await scene.Tenant.AddMemberAsync(scene.Organization);
        var (token, login) = await scene.Tenant.ActAsync(scene.Supporter, scene.Organization, role);
        var browser = scene.Tenant.Browse();
        browser.Cookies[$"__Host-support-{login:N}"] = token;

        var page = await browser.GetAsync($"/support/{login}{Here}");

        Assert.Equal((HttpStatusCode.OK, "Account Information"), (page.Status, page.Heading));
        Assert.Equal(mayChange, page.Document.QuerySelector("#Form_Name") is not null);
        Assert.Null(page.Document.QuerySelector("#managed-by form"));
        Assert.Null(page.Document.QuerySelector("#UserId"));
        if (!mayChange) return;
        Assert.Equal($"/support/{login}{Here}", (await browser.SubmitAsync(page, "#Form_Name", ("Form.Name", "Changed Inside"))).Path);
        Assert.Equal("Changed Inside", await scene.Tenant.SingleAsync<string>("select name from organizations"));
    }

    [Theory, Trait("Behaviour", "OR-6")]
    [InlineData("member")]
    [InlineData("supporter")]
    public async Task Who_may_not_look_inside_does_not_see_it(string who)
    {
        var scene = await Steps.SceneAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(who == "member" ? (await scene.Tenant.AddMemberAsync(scene.Organization)).Email : scene.Supporter.Email);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Here)).Status);
    }

    private static async Task<(Scene Scene, Browser Browser)> OwnerAsync()
    {
        var scene = await Steps.SceneAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Owner.Email);
        return (scene, browser);
    }
}
