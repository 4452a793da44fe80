using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.MessageTemplates;

/// <summary>The pages without scripts: catalogue, editor, preview, versions (MT-1 to MT-3).</summary>
public sealed class EditorPageTests
{
    [Fact, Trait("Behaviour", "MT-1")]
    public async Task The_catalogue_shows_each_message_by_language_and_can_be_searched()
    {
        var scene = await Writing.BeginAsync();
        await scene.SaveAsync("Primo");

        var page = await scene.Browser.GetAsync("/settings/messages");
        Assert.Equal("Changed", page.Document.QuerySelector($"a[href='{Writing.Editor}']")!.TextContent.Trim());
        Assert.Equal("Built-in", page.Document.QuerySelector("a[href='/settings/messages/invitation/sms?language=de']")!.TextContent.Trim());

        var found = await scene.Browser.GetAsync("/settings/messages?query=asked+approved");
        Assert.Equal(["Access approved"], Titles(found));
        Assert.Equal(["Access requested"], Titles(await scene.Browser.GetAsync("/settings/messages?state=left_behind")));
        Assert.Contains("No such text", (await scene.Browser.GetAsync("/settings/messages?query=xyzzy")).Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "MT-2")]
    public async Task A_fault_is_told_at_its_field_with_line_and_column_and_nothing_typed_is_lost()
    {
        var scene = await Writing.BeginAsync();
        var page = await scene.PressAsync(await scene.Browser.GetAsync(Writing.Editor), "", ("Form.Subject", "Nuovo"), ("Form.Html", "<p>\r\n{{ requestor }} {{ url }}</p>"), ("Form.Text", Writing.Text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        var field = page.Document.GetElementById("Form_Html")!;
        Assert.Equal(("true", "<p>\n{{ requestor }} {{ url }}</p>"), (field.GetAttribute("aria-invalid"), ((AngleSharp.Html.Dom.IHtmlTextAreaElement)field).Value));
        Assert.Equal("Line 2, column 4: This message has no variable “requestor”.", Folded(page.Document.QuerySelector("#faults-html .field-error")));
        Assert.Equal("2:4", page.Document.QuerySelector("#faults-html a")!.GetAttribute("data-goto"));
        Assert.Equal("Nuovo", ((AngleSharp.Html.Dom.IHtmlTextAreaElement)page.Document.GetElementById("Form_Subject")!).Value);
        Assert.Equal("unsaved", page.Document.GetElementById("template-form")!.GetAttribute("data-guard"));
        Assert.Contains("The text cannot be used yet. Nothing is saved.", page.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "MT-2")]
    public async Task An_emptied_field_is_a_fault_and_not_the_text_of_before()
    {
        var scene = await Writing.BeginAsync();
        var page = await scene.PressAsync(await scene.Browser.GetAsync(Writing.Editor), "", ("Form.Text", ""));
        Assert.Equal("Line 1, column 1: The variable “url” must stand in the text, and not only under a condition.".Split(':')[0], Folded(page.Document.QuerySelector("#faults-text .field-error")).Split(':')[0]);
        Assert.Empty(await scene.Tenant.ListAsync<int>("select version from message_template_versions"));
    }

    [Fact, Trait("Behaviour", "MT-3")]
    public async Task Of_two_people_the_second_sees_both_texts_and_decides()
    {
        var scene = await Writing.BeginAsync();
        var page = await scene.Browser.GetAsync(Writing.Editor);
        await scene.SaveAsync("Dell'altra");

        var both = await scene.PressAsync(page, "", ("Form.Subject", "Mio"), ("Form.Html", Writing.Html), ("Form.Text", Writing.Text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, both.Status);
        Assert.Contains("Somebody else has changed this text meanwhile", both.Text, StringComparison.Ordinal);
        Assert.Equal(["Dell'altra"], both.Document.QuerySelectorAll(".diff del").Select(line => line.TextContent));
        Assert.Equal(["Mio"], both.Document.QuerySelectorAll(".diff ins").Select(line => line.TextContent));
        Assert.Equal("Dell'altra", await scene.SubjectAsync());

        Assert.Contains("The text is saved", (await scene.PressAsync(both, "")).Text, StringComparison.Ordinal);
        Assert.Equal("Mio", await scene.SubjectAsync());
    }

    [Fact, Trait("Behaviour", "MT-3")]
    public async Task Yesterdays_version_is_compared_and_restored()
    {
        var scene = await Writing.BeginAsync();
        await scene.SaveAsync("Di ieri");
        scene.Tenant.Now += TimeSpan.FromDays(1);
        await scene.Browser.SignInAsync(scene.Admin.Email);
        var fresh = await scene.Tenant.Call().SignInAsync(scene.Admin.Email);
        await fresh.PutAsync(Writing.Key, new { subject = "Di oggi" }, null);

        const string versions = "/settings/messages/access-requested/email/versions?language=it";
        var page = await scene.Browser.GetAsync(versions + "&version=2");
        Assert.Equal(["Di ieri", "Di oggi"], page.Document.QuerySelectorAll("#diff :is(del, ins)").Select(line => line.TextContent));
        Assert.Contains(scene.Admin.Name, Folded(page.Document.QuerySelector("#versions tbody")), StringComparison.Ordinal);

        var restored = await scene.Browser.SubmitAsync(page, "button[aria-label='Restore version 1']");
        Assert.Contains("Version 1 is used again.", restored.Text, StringComparison.Ordinal);
        Assert.Equal("Di ieri", (await fresh.GetAsync(Writing.Key)).Body["subject"]!.ToString());
        Assert.Contains("Version 1 restored", (await scene.Browser.GetAsync(versions)).Text, StringComparison.Ordinal);
        Assert.Contains("Bello", (await scene.PressAsync(await scene.Browser.GetAsync(Writing.Editor), "Check", ("Form.Subject", "Bello"))).Html, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "MT-3")]
    public async Task A_text_without_versions_says_so()
    {
        var scene = await Writing.BeginAsync();
        Assert.Contains("No versions yet", (await scene.Browser.GetAsync("/settings/messages/access-requested/email/versions?language=it")).Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "MT-3")]
    public async Task When_a_release_changed_the_built_in_text_all_three_are_shown_and_come_together()
    {
        var scene = await Writing.BeginAsync();
        await scene.Program.PutAsync(Writing.Key, new { subject = "Mio {{ requester }}" }, null);
        // As if an earlier release had brought another HTML, over which the tenant wrote.
        await scene.Tenant.RunAsync("update message_template_versions set base_html = '<p>vecchio</p>'; update message_templates t set html = v.base_html from message_template_versions v where v.tenant_id = t.tenant_id");

        var page = await scene.Browser.GetAsync(Writing.Editor);
        Assert.Contains("The built-in text has changed since you wrote yours", page.Text, StringComparison.Ordinal);
        Assert.Contains("<p>vecchio</p>", page.Document.QuerySelectorAll(".diff del").Select(line => line.TextContent));
        var merged = await scene.PressAsync(page, "Merge");
        Assert.Contains("bussa", Writing.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("vecchio", ((AngleSharp.Html.Dom.IHtmlTextAreaElement)merged.Document.GetElementById("Form_Html")!).Value, StringComparison.Ordinal);
        Assert.Equal("Mio {{ requester }}", ((AngleSharp.Html.Dom.IHtmlTextAreaElement)merged.Document.GetElementById("Form_Subject")!).Value);

        var saved = await scene.PressAsync(merged, "", ("merged", "true"));
        Assert.DoesNotContain("The built-in text has changed", saved.Text, StringComparison.Ordinal);
        Assert.Equal("changed", (await scene.Program.GetAsync(Writing.Key)).Body["state"]!.ToString());
    }

    [Fact, Trait("Behaviour", "MT-2")]
    public async Task Languages_left_behind_are_named()
    {
        var scene = await Writing.BeginAsync();
        Assert.DoesNotContain("in some languages only", (await scene.Browser.GetAsync(Writing.Editor)).Text, StringComparison.Ordinal);
        await scene.SaveAsync("Primo");
        Assert.Contains("Still built-in: English, Español, Deutsch.", (await scene.Browser.GetAsync(Writing.Editor)).Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "MT-2")]
    public async Task Variables_are_described_and_another_language_stands_beside()
    {
        var scene = await Writing.BeginAsync();
        var page = await scene.Browser.GetAsync(Writing.Editor + "&beside=de");
        Assert.Contains("{{ lapses_at }} Until when it can be decided", page.Text, StringComparison.Ordinal);
        Assert.Equal("{{ url }}", page.Document.QuerySelectorAll(".template-variables dd .chip").Select(chip => chip.ParentElement!.PreviousElementSibling!.TextContent).Single());
        Assert.Contains("bittet", Folded(page.Document.GetElementById("beside")), StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "MT-2")]
    public async Task The_html_can_be_made_of_the_plain_text()
    {
        var scene = await Writing.BeginAsync();
        var page = await scene.PressAsync(await scene.Browser.GetAsync(Writing.Editor), "Html", ("Form.Text", "Solo testo\n\nDecida:\n{{ url }}"));
        Assert.StartsWith("<p style=\"margin:0 0 16px\">Solo testo</p>", ((AngleSharp.Html.Dom.IHtmlTextAreaElement)page.Document.GetElementById("Form_Html")!).Value, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".field-error"));
        Assert.Empty(await scene.Tenant.ListAsync<int>("select version from message_template_versions"));
    }

    [Fact, Trait("Behaviour", "MT-2")]
    public async Task The_character_that_makes_a_short_message_dearer_is_named()
    {
        var scene = await Writing.BeginAsync();
        var page = await scene.PressAsync(await scene.Browser.GetAsync(Writing.SmsEditor), "Check", ("Form.Text", "Perché ç? {{ url }}"));
        Assert.StartsWith("One SMS with the sample values (", Folded(page.Document.GetElementById("sms-facts")), StringComparison.Ordinal);
        Assert.Contains("“ç” is not in the SMS alphabet (GSM-7)", page.Text, StringComparison.Ordinal);
    }

    private static string[] Titles(Page page) => [.. page.Document.QuerySelectorAll(".template-matrix tbody th").Select(head => head.FirstChild!.TextContent.Trim())];

    private static string Folded(AngleSharp.Dom.IElement? element) => string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
