using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

/// <summary>Account Information of a customer, as a partner user sees and changes it.</summary>
public sealed class AccountPageTests
{
    [Fact, Trait("Behaviour", "OR-1"), Trait("Behaviour", "OR-6")]
    public async Task A_partner_user_sees_all_there_is_and_changes_it()
    {
        var (scene, browser) = await SceneAsync();
        await scene.AsSupporter.PatchAsync(scene.Path, new { numbers = new[] { "+39066981234" } });

        var page = await browser.GetAsync(Of(scene));
        Assert.Equal(scene.Organization.ToString(), page.Document.QuerySelector("button[data-copy]")?.GetAttribute("data-copy"));
        Assert.Contains("Created by your team", page.Text, StringComparison.Ordinal);
        Assert.Equal("Italy", page.Document.QuerySelector("#Form_Country option[selected]")?.TextContent);
        Assert.NotNull(page.Document.QuerySelector("form[data-guard] #Form_Name"));
        page = await browser.SubmitAsync(
            page, "#Form_Name",
            ("Form.Name", " Neue Firma "), ("Form.CustomerReference", "K-7"), ("Form.Numbers", "+39 06 698 1234\r\n\r\n030 1234567"), ("Form.Country", "DE"), ("Form.Language", "de"), ("Form.TimeZone", "Europe/Berlin"));

        Assert.Equal((HttpStatusCode.OK, "Neue Firma"), (page.Status, page.Heading));
        Assert.Equal("The account is saved.", page.Document.QuerySelector(".notice-ok div")?.TextContent.Trim());
        Assert.Equal("+39066981234\n+49301234567", page.Document.QuerySelector("#Form_Numbers")?.TextContent.Trim());
        Assert.Equal(
            ("Neue Firma", "K-7", "DE", "de", "Europe/Berlin"),
            await scene.Tenant.SingleAsync<(string, string, string, string, string)>("select name, customer_reference, country, language, time_zone from organizations"));
        Assert.Equal(scene.Organization, await scene.Tenant.SingleAsync<Guid>("select target_id from audit_events where action = 'ChangeOrganization' order by id desc limit 1"));
    }

    [Fact, Trait("Behaviour", "OR-1")]
    public async Task What_is_wrong_is_said_at_its_field_in_the_readers_language_and_nothing_typed_is_lost()
    {
        var scene = await Steps.SceneAsync();
        await scene.AsSupporter.PostAsync("/organizations", new { name = "Other", customerReference = "K-7", country = "IT", language = "it", managedBy = "service_provider", supportContacts = new[] { new { email = "a@b.example" } } });
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync((await scene.Tenant.AddPartnerUserAsync(language: "it")).Email);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Of(scene)), "#Form_Name", ("Form.Name", " "), ("Form.Numbers", "12\n13"), ("Form.Country", "italy"), ("Form.Language", "fr"), ("Form.TimeZone", "Mars"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Inserisca un nome.", page.ErrorAt("Form.Name"));
        Assert.Equal("Inserisca un numero di telefono con il prefisso internazionale, ad esempio +39 06 12345678.", page.ErrorAt("Form.Numbers"));
        Assert.Equal("Scelga un paese con le sue due lettere, ad esempio IT.", page.ErrorAt("Form.Country"));
        Assert.Equal("Scelga una delle lingue disponibili.", page.ErrorAt("Form.Language"));
        Assert.Equal("Scelga un fuso orario dall'elenco.", page.ErrorAt("Form.TimeZone"));
        Assert.Equal("12\n13", page.Document.QuerySelector("#Form_Numbers")?.TextContent.Trim());

        page = await browser.SubmitAsync(await browser.GetAsync(Of(scene)), "#Form_Name", ("Form.CustomerReference", "k-7"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Un'altra organizzazione ha questo riferimento cliente."), (page.Status, page.ErrorAt("Form.CustomerReference")));
    }

    [Fact, Trait("Behaviour", "SC-6"), Trait("Behaviour", "OR-1")]
    public async Task Of_two_who_save_at_once_the_second_is_told_sees_both_and_overwrites_only_knowingly()
    {
        var (scene, browser) = await SceneAsync();
        var mine = await browser.GetAsync(Of(scene));
        (await scene.AsSupporter.PatchAsync(scene.Path, new { name = "Theirs", numbers = new[] { "+39066981234" } })).IsDone();

        var page = await browser.SubmitAsync(mine, "#Form_Name", ("Form.Name", "Mine"), ("Form.TimeZone", "Europe/Madrid"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Somebody else has saved this account in the meantime.", page.Document.QuerySelector("[role='alert']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Mine", "Theirs"), (page.Document.QuerySelector("#Form_Name")?.GetAttribute("value"), Now(page, "#Form_Name")));
        Assert.Equal(("", "+39066981234"), (page.Document.QuerySelector("#Form_Numbers")?.TextContent.Trim(), Now(page, "#Form_Numbers")));
        Assert.Equal("Europe/Rome", Now(page, "#Form_TimeZone"));
        Assert.Null(Now(page, "#Form_Country"));
        Assert.Equal(("Theirs", "Europe/Rome"), await scene.Tenant.SingleAsync<(string, string)>("select name, time_zone from organizations"));
        page = await browser.SubmitAsync(page, "#Form_Name");
        Assert.Equal((HttpStatusCode.OK, "Mine"), (page.Status, page.Heading));
        Assert.Equal("Europe/Madrid", await scene.Tenant.SingleAsync<string>("select time_zone from organizations"));
    }

    [Fact, Trait("Behaviour", "SC-6")]
    public async Task A_form_without_its_sign_overwrites_nothing()
    {
        var (scene, browser) = await SceneAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(Of(scene)), "#Form_Name", ("Form.Name", "Forged"), ("Form.Seen", ""));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.NotEqual("Forged", await scene.Tenant.SingleAsync<string>("select name from organizations"));
    }

    [Fact, Trait("Behaviour", "SC-6")]
    public async Task The_organizations_own_page_holds_to_the_same()
    {
        var scene = await Steps.SceneAsync();
        var owner = scene.Tenant.Browse();
        await owner.SignInAsync(scene.Owner.Email);
        var mine = await owner.GetAsync("/manage/account-information");
        (await scene.AsSupporter.PatchAsync(scene.Path, new { name = "Theirs" })).IsDone();

        var page = await owner.SubmitAsync(mine, "#Form_Name", ("Form.Name", "Ours"));
        Assert.Equal((HttpStatusCode.Conflict, "Theirs"), (page.Status, Now(page, "#Form_Name")));
        Assert.Equal("Ours", (await owner.SubmitAsync(page, "#Form_Name")).Document.QuerySelector("#Form_Name")?.GetAttribute("value"));
    }

    [Fact, Trait("Behaviour", "OR-5")]
    public async Task Suspending_says_what_it_does_ends_running_logins_and_can_be_taken_back()
    {
        var (scene, browser) = await SceneAsync("service_provider");
        var (_, login) = await scene.Tenant.EnterAsync(scene.Supporter, scene.Organization);

        var page = await browser.GetAsync(Of(scene));
        Assert.NotNull(page.Document.QuerySelector("#access form[action*='Enter']"));
        Assert.Contains("is out at once", page.Document.QuerySelector("form[action*='Suspend'] p")!.TextContent, StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, "form[action*='Suspend']");
        Assert.Equal((HttpStatusCode.OK, "suspended"), (page.Status, await StatusAsync(scene)));
        Assert.Equal("organization_suspended", await scene.Tenant.SingleAsync<string>("select end_reason from remote_logins where id = @login", new { login }));
        Assert.Null(page.Document.QuerySelector("#access form, #access a"));

        page = await browser.SubmitAsync(page, "form[action*='Reactivate']");
        Assert.Equal((HttpStatusCode.OK, "active"), (page.Status, await StatusAsync(scene)));
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task The_owner_is_asked_for_the_handover_and_that_can_be_taken_back()
    {
        var (scene, browser) = await SceneAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(Of(scene)), "form[action*='Ask']");
        Assert.Contains(scene.Supporter.Name, page.Document.QuerySelector("#managed-by")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("handover-requested", Assert.Single(await scene.Tenant.MessagesToAsync(scene.Owner.Email)).Message);
        Assert.Null(page.Document.QuerySelector("form[action*='Ask']"));

        page = await browser.SubmitAsync(page, "form[action*='Withdraw']");
        Assert.NotNull(page.Document.QuerySelector("form[action*='Ask']"));
        Assert.Equal("withdrawn", await scene.Tenant.SingleAsync<string>("select state from handovers"));
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task The_customer_manages_it_at_once_with_an_owner_who_is_named_with_it()
    {
        var (scene, browser) = await SceneAsync("service_provider");
        await scene.Tenant.RunAsync("update accounts set role = 'admin' where id = @Id", new { scene.Owner.Id });

        var page = await browser.GetAsync(Of(scene));
        var bad = await browser.SubmitAsync(page, "#managed-by form", ("FirstOwner.Name", ""), ("FirstOwner.Email", "anna"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "service_provider"), (bad.Status, await scene.ManagedByAsync()));
        Assert.Equal(("Enter a name.", "Enter a valid e-mail address."), (ErrorIn(bad, "#managed-by", "FirstOwner.Name"), ErrorIn(bad, "#managed-by", "FirstOwner.Email")));
        Assert.True(bad.Document.QuerySelector("#managed-by details")!.HasAttribute("open"));
        Assert.Null(ErrorIn(bad, "form[action*='handler=Owner']", "Owner.Name"));
        bad = await browser.SubmitAsync(bad, "#managed-by form", ("FirstOwner.Name", "Anna Bauer"));
        Assert.Equal((null, "Enter a valid e-mail address."), (ErrorIn(bad, "#managed-by", "FirstOwner.Name"), ErrorIn(bad, "#managed-by", "FirstOwner.Email")));
        page = await browser.SubmitAsync(bad, "#managed-by form", ("FirstOwner.Email", "anna@nord.example"));

        Assert.Equal((HttpStatusCode.OK, "customer"), (page.Status, await scene.ManagedByAsync()));
        Assert.Contains("anna@nord.example", page.Text, StringComparison.Ordinal);
        Assert.Equal("activation", Assert.Single(await scene.Tenant.MessagesToAsync("anna@nord.example")).Message);
        Assert.Contains("Only an active owner can hand over the management.", page.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task With_an_owner_who_is_there_nobody_is_named()
    {
        var (scene, browser) = await SceneAsync("service_provider");
        var page = await browser.GetAsync(Of(scene));
        Assert.Null(page.Document.QuerySelector("#managed-by input[name='FirstOwner.Email']"));
        await browser.SubmitAsync(page, "#managed-by form");
        Assert.Equal("customer", await scene.ManagedByAsync());
        Assert.Equal(scene.Owner.Id, await scene.Tenant.SingleAsync<Guid>("select id from accounts where role = 'owner'"));
    }

    [Fact, Trait("Behaviour", "OR-2")]
    public async Task An_owner_is_named_gets_a_new_link_and_another_is_named_instead()
    {
        var (scene, browser) = await SceneAsync("service_provider");
        await scene.Tenant.RunAsync("update accounts set role = 'admin' where id = @Id", new { scene.Owner.Id });

        var page = await browser.SubmitAsync(await browser.GetAsync(Of(scene)), "form[action*='handler=Owner']", ("Owner.Name", "Anna"), ("Owner.Email", "anna@nord.example"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        scene.Tenant.Now += TimeSpan.FromMinutes(1);
        page = await browser.SubmitAsync(page, "form[action*='Invite']");
        Assert.Equal("A new activation link is on its way. Older ones work no longer.", page.Document.QuerySelector(".notice-ok div")?.TextContent.Trim());
        var mails = await scene.Tenant.MessagesToAsync("anna@nord.example");
        Assert.Equal(2, mails.Count);
        Assert.Equal(HttpStatusCode.Gone, (await RedeemAsync(scene, mails[0])).Status);

        page = await browser.SubmitAsync(page, "form[action*='handler=Owner']", ("Owner.Name", "Berta"), ("Owner.Email", "berta@nord.example"));
        Assert.Equal(HttpStatusCode.Gone, (await RedeemAsync(scene, mails[1])).Status);
        (await RedeemAsync(scene, Assert.Single(await scene.Tenant.MessagesToAsync("berta@nord.example")))).IsDone();
        page = await browser.GetAsync(Of(scene));
        Assert.Null(page.Document.QuerySelector("form[action*='handler=Owner'], form[action*='Invite']"));
        Assert.Contains("Only the owner can hand over ownership.", page.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "OR-2")]
    public async Task Links_go_out_five_times_an_hour_and_none_to_an_owner_who_is_active()
    {
        var (scene, browser) = await SceneAsync();
        await scene.Tenant.RunAsync("update accounts set status = 'invited' where id = @Id", new { scene.Owner.Id });
        var page = await browser.GetAsync(Of(scene));
        for (var sent = 0; sent < 5; sent++) Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(page, "form[action*='Invite']")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SubmitAsync(page, "form[action*='Invite']")).Status);

        await scene.Tenant.RunAsync("update accounts set status = 'active' where id = @Id", new { scene.Owner.Id });
        scene.Tenant.Now += TimeSpan.FromHours(2);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(page, "form[action*='Invite']")).Status);
        Assert.Equal(5, (await scene.Tenant.MessagesToAsync(scene.Owner.Email)).Count);
    }

    [Fact, Trait("Behaviour", "RA-1")]
    public async Task One_goes_on_from_here_to_what_the_support_hub_offers()
    {
        var (scene, browser) = await SceneAsync();
        Assert.Equal($"/support-hub/request-access/{scene.Organization}", (await browser.GetAsync(Of(scene))).Document.QuerySelector("#access a.button")?.GetAttribute("href"));
        await scene.Tenant.AddGrantAsync(scene.Organization, scene.Supporter);
        Assert.NotNull((await browser.GetAsync(Of(scene))).Document.QuerySelector("#access form[action='/support-hub?handler=Enter']"));
    }

    [Fact, Trait("Behaviour", "RA-15"), Trait("Behaviour", "OR-6")]
    public async Task The_access_history_shows_what_was_asked_for_and_who_was_inside_page_by_page()
    {
        var (scene, browser) = await SceneAsync();
        var path = Of(scene) + "/remote-support";
        Assert.Contains("Nobody of your team has been inside yet.", (await browser.GetAsync(path)).Text, StringComparison.Ordinal);
        await scene.Tenant.AddGrantAsync(scene.Organization, scene.Supporter);
        await scene.Tenant.EnterAsync(scene.Supporter, scene.Organization);
        await scene.Tenant.RunAsync(
            """
            insert into remote_logins (id, organization_id, account_id, role, ip, started_at, ended_at, end_reason)
            select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, @Organization, @Account, 'super_admin', '192.0.2.1', @Now, @Now, 'left' from generate_series(1, 22) n
            """,
            new { scene.Organization, Account = scene.Supporter.Id, scene.Tenant.Now });

        var page = await browser.GetAsync(path);
        Assert.Contains("Active", page.Document.QuerySelector("#access-history")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Inside now", page.Document.QuerySelector("#login-history")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(20, page.Document.QuerySelectorAll("#login-history tbody tr").Length);
        page = await browser.GetAsync(page.Document.QuerySelector("#login-history .pages a")!.GetAttribute("href")!);
        Assert.Equal(3, page.Document.QuerySelectorAll("#login-history tbody tr").Length);
        Assert.Single(page.Document.QuerySelectorAll("#access-history tbody tr"));
        Assert.Equal("page", page.Document.QuerySelector($".tabs a[href='{path}']")?.GetAttribute("aria-current"));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Another_tenants_account_is_not_there()
    {
        var ((_, browser), theirs) = (await SceneAsync(), await Steps.SceneAsync());
        var page = await browser.GetAsync("/accounts/new");
        foreach (var path in new[] { "", "/remote-support", "?handler=Suspend", "?handler=ManagedBy", "?handler=Ask", "?handler=Withdraw", "?handler=Owner", "?handler=Invite" })
        {
            var answer = path.StartsWith('?') ? await browser.SubmitAsync(WithAction(page, Of(theirs) + path), "form.new-account") : await browser.GetAsync(Of(theirs) + path);
            Assert.Contains((path, answer.Status), new[] { (path, HttpStatusCode.NotFound), ("?handler=Owner", HttpStatusCode.NotFound) });
        }

        Assert.Equal(("active", "customer"), await theirs.Tenant.SingleAsync<(string, string)>("select status, managed_by from organizations"));
    }

    private static Page WithAction(Page page, string action)
    {
        page.Document.QuerySelector("form.new-account")!.SetAttribute("action", action);
        page.Document.QuerySelector("[name='Owner.Name']")!.SetAttribute("value", "Anna");
        page.Document.QuerySelector("[name='Owner.Email']")!.SetAttribute("value", "anna@nord.example");
        return page;
    }

    private static string Of(Scene scene) => $"/accounts/{scene.Organization}";

    private static string? Now(Page page, string field) => page.Document.QuerySelector(field)!.ParentElement!.QuerySelector(".field-now strong")?.TextContent.Trim();

    private static string? ErrorIn(Page page, string part, string field) => page.Document.QuerySelector($"{part} [name='{field}']")!.ParentElement!.QuerySelector(".field-error")?.TextContent.Trim();

    private static Task<string> StatusAsync(Scene scene) => scene.Tenant.SingleAsync<string>("select status from organizations");

    private static Task<Answer> RedeemAsync(Scene scene, TestMessage mail) =>
        scene.Tenant.Call().PostAsync("/activations/redeem", new { token = mail.Paths[0].Split('/')[^1], password = "walking a Blue elephant" });

    private static async Task<(Scene Scene, Browser Browser)> SceneAsync(string managedBy = "customer")
    {
        var scene = await Steps.SceneAsync(managedBy);
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Supporter.Email);
        return (scene, browser);
    }
}
