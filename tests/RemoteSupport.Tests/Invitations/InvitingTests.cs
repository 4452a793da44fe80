using System.Net;
using RemoteSupport.Tests.Delivery;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Invitations;

public sealed class InvitingTests
{
    private static readonly Uri SomeGateway = new("http://127.0.0.1:9/");

    [Theory, Trait("Behaviour", "IN-2"), Trait("Behaviour", "IN-3")]
    [InlineData("en", "Support – ", "Support Call Invitation", "Accept the support call invitation")]
    [InlineData("it", "Supporto ", "Invito alla chiamata di supporto", "Accetta l'invito alla chiamata di supporto")]
    [InlineData("es", "Soporte de ", "Invitación a la llamada de soporte", "Aceptar la invitación a la llamada de soporte")]
    [InlineData("de", "Support – ", "Einladung zum Supportanruf", "Einladung zum Supportanruf annehmen")]
    public async Task An_e_mail_invites_in_the_language_chosen_with_a_link_and_its_code(string language, string product, string pattern, string link)
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync(Invited.Body(language: language));

        var mail = Assert.Single(await scene.Tenant.MessagesToAsync(Invited.Guest));
        Assert.Equal(("invitation", language), (mail.Message, mail.Language));
        Assert.Contains(product, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(pattern, mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Brand " + scene.Tenant.Slug, mail.Subject, StringComparison.Ordinal);
        Assert.Contains($">{link}</a>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<img src=\"cid:qr\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains(scene.PathOf(id), mail.Paths);
    }

    [Fact, Trait("Behaviour", "IN-1")]
    public async Task A_number_in_national_form_is_kept_as_E164_by_the_tenants_country_or_the_organizations()
    {
        var scene = await Invited.BeginAsync();
        await scene.Tenant.UseGatewayAsync("kannel", SomeGateway);
        var answer = await scene.AsInviter.PostAsync("/support-invitations", Invited.Body(channel: "sms", phone: "333 123 4567"));
        Assert.Equal("+393331234567", answer.Body["phone"]!.GetValue<string>());

        var german = await scene.Tenant.AddOrganizationAsync();
        await scene.Tenant.RunAsync("update organizations set country = 'DE' where id = @german", new { german });
        var member = await scene.Tenant.Call().SignInAsync((await scene.Tenant.AddMemberAsync(german)).Email);
        answer = await member.PostAsync("/support-invitations", Invited.Body(channel: "sms", phone: "0151 12345678"));
        Assert.Equal("+4915112345678", answer.Body["phone"]!.GetValue<string>());
    }

    [Theory, Trait("Behaviour", "IN-1")]
    [InlineData("email", "not an address", "email", "invalid_email")]
    [InlineData("email", "", "email", "validation_failed")]
    [InlineData("sms", "12", "phone", "validation_failed")]
    [InlineData("sms", "", "phone", "validation_failed")]
    public async Task A_bad_number_or_address_is_refused_at_its_field_and_nothing_is_sent(string channel, string address, string field, string code)
    {
        var scene = await Invited.BeginAsync();
        await scene.Tenant.UseGatewayAsync("kannel", SomeGateway);
        var answer = await scene.AsInviter.PostAsync("/support-invitations", channel == "sms" ? Invited.Body(channel: channel, phone: address) : Invited.Body(email: address));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.Status, answer.Code));
        Assert.NotNull(answer.Body["errors"]![field]);
        Assert.Empty(await scene.Tenant.ListAsync<Guid>("select id from messages union all select id from support_invitations"));
    }

    [Fact, Trait("Behaviour", "IN-1")]
    public async Task Without_a_gateway_an_SMS_is_refused_with_the_reason_and_to_a_country_that_is_not_allowed_too()
    {
        var scene = await Invited.BeginAsync();
        var refused = await scene.AsInviter.PostAsync("/support-invitations", Invited.Body(channel: "sms", phone: "+39 333 1234567"));
        Assert.Equal("sms_unavailable", refused.Code);

        await scene.Tenant.UseGatewayAsync("kannel", SomeGateway, null, "+39");
        refused = await scene.AsInviter.PostAsync("/support-invitations", Invited.Body(channel: "sms", phone: "+49 151 12345678"));
        Assert.Equal(("sms_unavailable", "No SMS may be sent to this country."), (refused.Code, refused.Detail));
        Assert.NotNull(refused.Body["errors"]!["phone"]);
        Assert.Empty(await scene.Tenant.ListAsync<Guid>("select id from messages"));
        await scene.InviteAsync(Invited.Body(channel: "sms", phone: "+39 333 1234567"));
    }

    [Fact, Trait("Behaviour", "IN-1")]
    public async Task A_form_that_is_sent_twice_is_one_invitation()
    {
        var scene = await Invited.BeginAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Inviter.Email);
        var form = await browser.GetAsync("/support-invitations/new");
        var filled = new[] { ("Form.Invitee", "Customer X"), ("Form.Email", Invited.Guest) };
        var pages = await Task.WhenAll(browser.SubmitAsync(form, "[name='Form.Invitee']", filled), browser.SubmitAsync(form, "[name='Form.Invitee']", filled));

        Assert.Single(pages.Select(page => page.Path).Distinct());
        Assert.Equal("Customer X", pages[0].Heading);
        Assert.Single(await scene.Tenant.MessagesToAsync(Invited.Guest));
    }

    [Fact, Trait("Behaviour", "IN-1")]
    public async Task What_was_typed_stays_when_something_is_wrong_and_the_preview_is_in_the_guests_language()
    {
        var scene = await Invited.BeginAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Inviter.Email);
        var page = await browser.SubmitAsync(await browser.GetAsync("/support-invitations/new"), "[name='Form.Invitee']", ("Form.Invitee", "Customer X"), ("Form.Email", "nobody"), ("Form.Language", "de"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("The e-mail address is not valid.", page.ErrorAt("Form.Email"));
        Assert.Equal("Customer X", page.Document.QuerySelector("[name='Form.Invitee']")!.GetAttribute("value"));
        Assert.Contains("Einladung zum Supportanruf", page.Document.QuerySelector("#preview strong")!.TextContent, StringComparison.Ordinal);
        var mail = await browser.GetAsync("/support-invitations/preview?channel=email&language=de");
        Assert.Contains("Einladung zum Supportanruf annehmen", mail.Html, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("cid:", mail.Html, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "IN-1"), Trait("Behaviour", "MT-1")]
    public async Task The_preview_of_an_SMS_is_the_tenants_own_text_and_counts_its_segments_with_a_link_as_long_as_a_real_one()
    {
        var scene = await Invited.BeginAsync();
        await scene.Tenant.RunAsync(
            "insert into message_templates (message, channel, language, text, version) values ('invitation', 'sms', 'es', 'Llame ya 📞: {{ url }}', 1)");
        var preview = (await scene.AsInviter.PostAsync("/support-invitations/preview", new { channel = "sms", language = "es" })).Body;
        Assert.StartsWith("Llame ya 📞: http", preview["text"]!.GetValue<string>(), StringComparison.Ordinal);

        await scene.Tenant.UseGatewayAsync("kannel", SomeGateway);
        await scene.InviteAsync(Invited.Body(channel: "sms", language: "es", phone: "+393331234567"));
        var sent = Assert.Single(await scene.Tenant.MessagesToAsync("+393331234567"));
        Assert.Equal(Platform.Messaging.Sms.SmsText.Of(sent.Text).Segments, preview["sms"]!["segments"]!.GetValue<int>());
        Assert.Equal("ucs2", preview["sms"]!["encoding"]!.GetValue<string>());
    }

    [Fact, Trait("Behaviour", "IN-1")]
    public async Task One_address_gets_five_messages_an_hour_whoever_invites()
    {
        var scene = await Invited.BeginAsync();
        for (var i = 0; i < 5; i++) await scene.InviteAsync(Invited.Body(email: i % 2 == 0 ? Invited.Guest : Invited.Guest.ToUpperInvariant()));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await scene.AsInviter.PostAsync("/support-invitations", Invited.Body())).Status);
        await scene.InviteAsync(Invited.Body(email: "other@shop.example"));
        scene.Later(TimeSpan.FromHours(1));
        await scene.InviteAsync();
    }

    [Fact, Trait("Behaviour", "PR-3")]
    public async Task From_a_report_the_form_comes_filled_in_and_the_invitation_says_so()
    {
        var scene = await ProblemReports.Reported.BeginAsync("service_provider", "de");
        var report = await scene.ReportedAsync();
        await scene.Tenant.RunAsync("update problem_reports set callback_number = '+4915112345678' where tenant_id = @Id", new { scene.Tenant.Id });
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Contact.Email);
        var page = await browser.GetAsync(((await browser.GetAsync($"/problem-reports/{report}")).Document.QuerySelector("a[href*='support-invitations/new']")!).GetAttribute("href")!);

        Assert.Equal(scene.Member.Name, page.Document.QuerySelector("[name='Form.Invitee']")!.GetAttribute("value"));
        Assert.Equal(scene.Member.Email, page.Document.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));
        Assert.Equal("+4915112345678", page.Document.QuerySelector("[name='Form.Phone']")!.GetAttribute("value"));
        Assert.Equal("de", page.Document.QuerySelector("[name='Form.Language'] option[selected]")!.GetAttribute("value"));
        await browser.SubmitAsync(page, "[name='Form.Invitee']");
        Assert.Equal((report, scene.Organization), await scene.Tenant.SingleAsync<(Guid, Guid)>("select report_id, customer_id from support_invitations"));

        // A member cannot invite from what they may not see.
        Assert.Equal(HttpStatusCode.NotFound, (await scene.AsMember.PostAsync("/support-invitations", new { invitee = "X", channel = "email", language = "en", email = "x@shop.example", problemReportId = report })).Status);
    }

    [Fact, Trait("Behaviour", "IN-7")]
    public async Task One_sees_ones_own_invitations_and_admins_those_of_their_side()
    {
        var scene = await Invited.BeginAsync();
        var tenant = scene.Tenant;
        var admin = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);
        var other = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        var organization = await tenant.AddOrganizationAsync();
        var owner = await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization, "owner")).Email);
        var member = await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization)).Email);
        var partners = await scene.InviteAsync();
        var members = await scene.InviteAsync(Invited.Body("Customer Y", email: "y@shop.example"), member);

        Assert.Equal([partners], await IdsAsync(scene.AsInviter));
        Assert.Equal([partners], await IdsAsync(admin));
        Assert.Empty(await IdsAsync(other));
        Assert.Equal([members], await IdsAsync(member));
        Assert.Equal([members], await IdsAsync(owner));
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/support-invitations/{partners}/cancel")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/support-invitations/{members}")).Status);
        Assert.Equal("cancelled", (await owner.PostAsync($"/support-invitations/{members}/cancel")).Body["state"]!.GetValue<string>());
        // The link is the inviter's alone.
        var browser = tenant.Browse();
        await browser.SignInAsync(scene.Inviter.Email);
        Assert.Contains(scene.PathOf(partners), (await browser.GetAsync($"/support-invitations/{partners}")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/join/", (await scene.AsInviter.GetAsync($"/support-invitations/{partners}")).Body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("/join/", (await (await SignedInAsync(tenant, "admin")).GetAsync($"/support-invitations/{partners}")).Html, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "IN-7")]
    public async Task The_list_is_searched_filtered_and_paged()
    {
        var scene = await Invited.BeginAsync();
        for (var i = 0; i < 3; i++)
        {
            await scene.InviteAsync(Invited.Body($"Café {i}", email: $"g{i}@shop.example"));
            scene.Later(TimeSpan.FromSeconds(1));
        }

        var cancelled = (await IdsAsync(scene.AsInviter, "?query=cafe%201")).Single();
        await scene.AsInviter.PostAsync($"/support-invitations/{cancelled}/cancel");
        Assert.Equal([cancelled], await IdsAsync(scene.AsInviter, "?state=cancelled"));
        Assert.Equal(2, (await IdsAsync(scene.AsInviter, "?state=open")).Count);
        var first = await scene.AsInviter.GetAsync("/support-invitations?limit=2");
        var next = await scene.AsInviter.GetAsync($"/support-invitations?limit=2&cursor={first.Body["nextCursor"]}");
        Assert.Equal(["Café 2", "Café 1", "Café 0"], first.Body["items"]!.AsArray().Concat(next.Body["items"]!.AsArray()).Select(item => item!["invitee"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await scene.AsInviter.GetAsync("/support-invitations?state=lost")).Status);
    }

    private static async Task<Browser> SignedInAsync(TestTenant tenant, string role)
    {
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync(role)).Email);
        return browser;
    }

    private static async Task<IReadOnlyList<Guid>> IdsAsync(Api api, string query = "") =>
        [.. (await api.GetAsync("/support-invitations" + query)).Body["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>())];
}
