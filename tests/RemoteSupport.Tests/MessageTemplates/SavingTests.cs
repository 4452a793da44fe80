using System.Net;
using RemoteSupport.Tests.Organizations;
using RemoteSupport.Tests.RequestAccess;

namespace RemoteSupport.Tests.MessageTemplates;

/// <summary>A text of a tenant's own: saved, refused, restored, given up (MT-1 to MT-4), through the API.</summary>
public sealed class SavingTests
{
    [Fact, Trait("Behaviour", "MT-3")]
    public async Task The_next_real_message_is_the_changed_one_while_one_already_queued_is_not()
    {
        var steps = await AccessSteps.BeginAsync(ownerLanguage: "it");
        var admin = await steps.Tenant.Call().SignInAsync((await steps.Tenant.AddPartnerUserAsync("admin")).Email);
        await steps.DoAsync("cancel", await steps.AskedAsync());
        (await admin.PutAsync(Writing.Key, new { subject = "Bussano alla porta", html = Writing.Html, text = Writing.Text }, null)).IsDone();
        await steps.AskedAsync();
        var name = await NameAsync(steps);

        // At one instant messages have no order.
        var mails = (await steps.Tenant.MessagesToAsync(steps.Owner.Email)).Where(mail => mail.Message == "access-requested").ToList();
        Assert.Single(mails, mail => mail.Subject == $"{steps.Supporter.Name} chiede l'accesso a {name}");
        var changed = Assert.Single(mails, mail => mail.Subject == "Bussano alla porta");
        Assert.Equal(2, mails.Count);
        Assert.Contains($"{steps.Supporter.Name} bussa alla porta di", changed.Text, StringComparison.Ordinal);
        Assert.Contains("http", changed.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "MT-2")]
    public async Task A_fault_is_refused_with_its_part_line_and_column_in_the_callers_language_and_nothing_is_saved()
    {
        var scene = await Writing.BeginAsync();
        var german = await scene.Tenant.Call(null, "de").SignInAsync(scene.Admin.Email);

        var answer = await german.PutAsync(Writing.Key, new { html = "<p>\n  {{ requestor }} {{ url }}</p>", text = "kein Link" }, null);

        answer.IsRefused(HttpStatusCode.UnprocessableEntity, "template_invalid");
        Assert.Equal(
            [("html", 2, 6, "unknown_variable"), ("text", 1, 1, "missing_variable")],
            answer.Body["faults"]!.AsArray().Select(fault => (fault!["part"]!.ToString(), fault["line"]!.GetValue<int>(), fault["column"]!.GetValue<int>(), fault["code"]!.ToString())));
        Assert.Contains("requestor", answer.Body["faults"]![0]!["message"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("This message", answer.Body["faults"]![0]!["message"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await scene.Tenant.ListAsync<int>("select version from message_template_versions"));
        Assert.True((await scene.Program.GetAsync(Writing.Key)).Body["builtIn"]!.GetValue<bool>());
    }

    [Theory, Trait("Behaviour", "MT-2")]
    [InlineData("subject", "")]
    [InlineData("subject", "  \n ")]
    [InlineData("text", "")]
    [InlineData("html", "{{ if")]
    [InlineData("html", "{{ for x in visits }}{{ x }}{{ end }}{{ url }}")]
    [InlineData("text", "{{ if is_for_more_time }}{{ url }}{{ end }}")]
    [InlineData("text", "{{ include 'secrets' }}{{ url }}")]
    public async Task What_could_not_be_used_is_refused(string part, string source)
    {
        var scene = await Writing.BeginAsync();
        var answer = await scene.Program.PutAsync(Writing.Key, new Dictionary<string, string> { [part] = source }, null);
        answer.IsRefused(HttpStatusCode.UnprocessableEntity, "template_invalid");
        Assert.All(answer.Body["faults"]!.AsArray(), fault => Assert.Equal(part, fault!["part"]!.ToString()));
    }

    [Fact, Trait("Behaviour", "MT-3")]
    public async Task What_is_not_mentioned_stays_and_each_save_is_a_version()
    {
        var scene = await Writing.BeginAsync();
        Assert.Equal(1, await scene.SaveAsync("Primo"));
        var answer = await scene.Program.PutAsync(Writing.Key, new { subject = "Secondo" }, null);

        Assert.Equal((2, "\"2\""), (answer.Body["version"]!.GetValue<int>(), answer.Headers.ETag?.ToString()));
        var now = (await scene.Program.GetAsync(Writing.Key)).Body;
        Assert.Equal(("Secondo", Writing.Html, Writing.Text, "changed"), (now["subject"]!.ToString(), now["html"]!.ToString(), now["text"]!.ToString(), now["state"]!.ToString()));
        Assert.Equal(
            [$"1 saved {scene.Admin.Name}", $"2 saved {scene.Admin.Name}"],
            await scene.Tenant.ListAsync<string>("select version || ' ' || kind || ' ' || saved_by_name from message_template_versions order by version"));
    }

    [Fact, Trait("Behaviour", "MT-3")]
    public async Task Saving_what_stands_there_already_makes_no_version_and_the_built_in_words_are_the_built_in_text()
    {
        var scene = await Writing.BeginAsync();
        var builtIn = (await scene.Program.GetAsync(Writing.Key)).Body;
        (await scene.Program.PutAsync(Writing.Key, new { subject = builtIn["subject"]!.ToString() }, null)).IsDone();
        Assert.Equal(0, (await scene.Program.GetAsync(Writing.Key)).Body["version"]!.GetValue<int>());

        await scene.SaveAsync("Primo");
        Assert.Equal(1, await scene.SaveAsync("Primo"));
        var back = await scene.Program.PutAsync(Writing.Key, new { subject = builtIn["subject"]!.ToString(), html = builtIn["html"]!.ToString(), text = builtIn["text"]!.ToString() }, null);

        Assert.Equal(2, back.Body["version"]!.GetValue<int>());
        Assert.Equal("built_in", (await scene.Program.GetAsync(Writing.Key)).Body["state"]!.ToString());
    }

    [Fact, Trait("Behaviour", "MT-3")]
    public async Task Back_to_the_built_in_text_works_even_from_a_broken_one_and_keeps_the_version()
    {
        var scene = await Writing.BeginAsync();
        await scene.SaveAsync("Primo");
        await scene.Tenant.RunAsync("update message_templates set subject = '{{ if', broken_at = @Now", new { scene.Tenant.Now });
        Assert.Equal("broken", (await scene.Program.GetAsync(Writing.Key)).Body["state"]!.ToString());

        (await scene.Program.DeleteAsync(Writing.Key)).IsDone();

        var now = (await scene.Program.GetAsync(Writing.Key)).Body;
        Assert.Equal(("built_in", 2), (now["state"]!.ToString(), now["version"]!.GetValue<int>()));
        Assert.Equal("Primo", await scene.Tenant.SingleAsync<string>("select subject from message_template_versions where version = 1"));
    }

    [Theory, Trait("Behaviour", "MT-3")]
    [InlineData("\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"none\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("W/\"2\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"2\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task A_save_that_names_the_version_it_saw_overwrites_no_other(string? ifMatch, HttpStatusCode expected)
    {
        var scene = await Writing.BeginAsync();
        await scene.SaveAsync("Primo");
        await scene.SaveAsync("Secondo");

        var answer = await scene.Program.PutAsync(Writing.Key, new { subject = "Terzo" }, ifMatch);

        Assert.Equal(expected, answer.Status);
        if (expected != HttpStatusCode.OK) Assert.Equal(("changed_meanwhile", "Secondo", "\"2\""), (answer.Code, answer.Body["subject"]!.ToString(), answer.Headers.ETag?.ToString()));
        Assert.Equal(expected == HttpStatusCode.OK ? "Terzo" : "Secondo", await scene.SubjectAsync());
    }

    [Fact, Trait("Behaviour", "MT-3")]
    public async Task Of_several_who_save_at_once_one_wins_and_the_others_are_told()
    {
        var scene = await Writing.BeginAsync();
        await scene.SaveAsync("Primo");
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(number => scene.Program.PutAsync(Writing.Key, new { subject = $"Di {number}" }, "\"1\"")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.Code == "changed_meanwhile"));
        Assert.Equal([1, 2], await scene.Tenant.ListAsync<int>("select version from message_template_versions order by version"));
    }

    [Fact, Trait("Behaviour", "MT-1")]
    public async Task The_catalogue_lists_every_message_with_what_stands_in_each_language()
    {
        var scene = await Writing.BeginAsync();
        await scene.SaveAsync("Primo");
        var items = (await scene.Program.GetAsync("/message-templates")).Body["items"]!.AsArray();

        Assert.Superset(
            new HashSet<string> { "access-requested/email", "layout/email", "invitation/email", "invitation/sms", "nps-question/page", "privacy-terms/page" },
            items.Select(item => $"{item!["message"]}/{item["channel"]}").ToHashSet());
        var item = items.Single(item => item!["message"]!.ToString() == "access-requested")!;
        Assert.Equal("Access requested", item["title"]!.ToString());
        Assert.Equal(["en built_in", "it changed", "es built_in", "de built_in"], item["languages"]!.AsArray().Select(language => $"{language!["language"]} {language["state"]}"));
    }

    [Theory, Trait("Behaviour", "MT-1")]
    [InlineData("/message-templates/none/email/it")]
    [InlineData("/message-templates/access-requested/sms/it")]
    [InlineData("/message-templates/access-requested/email/fr")]
    [InlineData("/message-templates/access-requested/email/IT")]
    public async Task There_is_no_other_text(string path) => (await (await Writing.BeginAsync()).Program.GetAsync(path)).IsRefused(HttpStatusCode.NotFound, "not_found");

    [Fact, Trait("Behaviour", "MT-2")]
    public async Task A_preview_shows_the_finished_message_or_its_faults_and_saves_nothing()
    {
        var scene = await Writing.BeginAsync();
        var good = (await scene.Program.PostAsync(Writing.Key + "/preview", new { subject = "A {{ organization }}", html = Writing.Html, text = Writing.Text })).Body;
        Assert.Equal("A Ponte Tech SpA", good["subject"]!.ToString());
        Assert.Contains("bussa alla porta di Ponte Tech SpA", good["html"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("<!doctype html>", good["html"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Gentile " + scene.Admin.Name, good["text"]!.ToString(), StringComparison.Ordinal);

        var bad = (await scene.Program.PostAsync(Writing.Key + "/preview", new { text = "{{ nothing }} {{ url }}" })).Body;
        Assert.Equal("unknown_variable", Assert.Single(bad["faults"]!.AsArray())!["code"]!.ToString());
        Assert.Empty(await scene.Tenant.ListAsync<int>("select version from message_template_versions"));
    }

    [Theory, Trait("Behaviour", "MT-2")]
    [InlineData("Chiamata: {{ url }}", "gsm7", 1, null)]
    [InlineData("Chiamata con ç: {{ url }}", "ucs2", 2, "ç")]
    [InlineData("Emoji 😀 dopo ç: {{ url }}", "ucs2", 2, "😀")]
    public async Task A_short_message_says_its_encoding_segments_and_the_character_that_flips_it(string text, string encoding, int segments, string? flips)
    {
        var scene = await Writing.BeginAsync();
        var sms = (await scene.Program.PostAsync(Writing.Sms + "/preview", new { text = text + new string('a', 40) })).Body["sms"]!;
        Assert.Equal((encoding, segments, flips), (sms["encoding"]!.ToString(), sms["segments"]!.GetValue<int>(), sms["firstOutsideAlphabet"]?.ToString()));
    }

    [Fact, Trait("Behaviour", "MT-3")]
    public async Task The_audit_trail_says_who_changed_which_text_from_what_to_what()
    {
        var scene = await Writing.BeginAsync();
        await scene.SaveAsync("Primo");
        var entry = (await scene.Program.GetAsync("/audit-events")).Body["items"]!.AsArray().Single(one => one!["action"]!.ToString() == "SaveMessageTemplate")!;

        Assert.Equal(("message_template", "Access requested (email, Italiano)"), (entry["target"]!["kind"]!.ToString(), entry["target"]!["name"]!.ToString()));
        var subject = entry["changes"]!.ToJsonString();
        Assert.Contains("Primo", subject, StringComparison.Ordinal);
        Assert.Contains("chiede l", subject, StringComparison.Ordinal);
    }

    private static Task<string> NameAsync(AccessSteps steps) => steps.Tenant.SingleAsync<string>("select name from organizations where id = @Organization", new { steps.Organization });
}
