using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Tests.Messaging;

/// <summary>Walks every message × channel × language × part: none is missing, none names what its message does not have, none shows a foreign brand.</summary>
public sealed class MessageCatalogueTests
{
    private const string Hostile = "<script>alert(1)</script>\r\nBcc: everybody@example.com";
    private static readonly Texts Built = new();

    public static TheoryData<string, string> EveryMessageInEveryLanguage()
    {
        var rows = new TheoryData<string, string>();
        foreach (var entry in Built.Catalogue.All.Where(entry => entry.Sample is not null))
            foreach (var language in Languages.All) rows.Add($"{entry.Name.Key}/{entry.Name.Channel}", language.Code);
        return rows;
    }

    public static TheoryData<string, string> EveryMailInEveryLanguage() => Only(Channels.Email);

    public static TheoryData<string, string> EverySmsInEveryLanguage() => Only(Channels.Sms);

    [Theory, MemberData(nameof(EveryMessageInEveryLanguage)), Trait("Behaviour", "MT-4")]
    public void Each_message_has_its_own_templates_that_could_be_saved_as_they_are(string name, string language)
    {
        var entry = Built.Entry(name);
        var texts = Built.Templates.Get(entry.Name, language);
        string[] parts = entry.Name.Channel switch { Channels.Email => ["subject", "html", "text"], Channels.Sms => ["text"], _ => [.. texts.Parts.Select(part => part.Part)] };
        Assert.Equal(parts, texts.Parts.Select(part => part.Part));
        Assert.Empty(Built.Renderer.Check(entry.Name, texts).Select(fault => $"{fault.Part} {fault.Fault.Line}:{fault.Fault.Column} {fault.Fault.Message} {string.Join(',', fault.Fault.Arguments)}"));
    }

    [Theory, InlineData("en"), InlineData("it"), InlineData("es"), InlineData("de"), Trait("Behaviour", "MT-4")]
    public void The_layout_could_be_saved_as_it_is(string language) =>
        Assert.Empty(Built.Renderer.Check(MessageName.Layout, Built.Templates.Get(MessageName.Layout, language)));

    [Theory, MemberData(nameof(EveryMailInEveryLanguage)), Trait("Behaviour", "DL-5")]
    public void Each_secret_link_stands_in_html_and_text_whatever_the_values(string name, string language)
    {
        var message = Hold(Built.Entry(name), "x");
        var rendered = Built.Render(message, language);
        foreach (var link in message.Links)
        {
            Assert.Contains(link.Marker, rendered.Text, StringComparison.Ordinal);
            Assert.Contains($"href=\"{link.Marker}\"", rendered.Html, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(EverySmsInEveryLanguage)), Trait("Behaviour", "IN-3")]
    public void A_short_message_carries_its_link_once(string name, string language)
    {
        var message = Hold(Built.Entry(name), "x");
        var rendered = Built.Render(message, language);
        Assert.Null(rendered.Subject);
        Assert.Null(rendered.Html);
        Assert.All(message.Links, link => Assert.Equal(2, rendered.Text.Split(link.Marker).Length));
    }

    [Theory, MemberData(nameof(EveryMessageInEveryLanguage)), Trait("Behaviour", "MT-4"), Trait("Behaviour", "TN-3")]
    public void Each_message_shows_the_tenants_brand_and_no_other(string name, string language)
    {
        var entry = Built.Entry(name);
        var rendered = Built.Render(Built.Sample(entry, language), language);
        var all = rendered.Subject + rendered.Text + rendered.Html;
        if (entry.Name.Channel == Channels.Email)
        {
            Assert.Contains("Brand One", rendered.Html, StringComparison.Ordinal);
            Assert.Contains("help@one.example", rendered.Text, StringComparison.Ordinal);
            Assert.NotEqual("", rendered.Subject);
        }

        Assert.NotEqual("", rendered.Text + rendered.Html);
        Assert.DoesNotContain("RemoteSupport", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("{{", all, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryMessageInEveryLanguage)), Trait("Behaviour", "MT-5")]
    public void Values_are_escaped_for_where_they_stand(string name, string language)
    {
        var rendered = Built.Render(Hold(Built.Entry(name), Hostile), language);
        Assert.DoesNotContain("<script", rendered.Html ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\r', rendered.Subject + rendered.Text);
        Assert.DoesNotContain('\n', rendered.Subject ?? "");
    }

    [Fact, Trait("Behaviour", "MT-4")]
    public void No_template_is_left_without_its_message()
    {
        var known = Built.Catalogue.All.Select(entry => $"{entry.Name.Key}.{entry.Name.Channel}.").ToList();
        Assert.DoesNotContain(Built.Templates.Names, file => !known.Exists(name => file.StartsWith(name, StringComparison.Ordinal)));
    }

    [Fact, Trait("Behaviour", "MT-2")]
    public void No_description_is_left_without_its_variable()
    {
        var known = Built.Catalogue.All.SelectMany(entry => entry.Variables.Select(variable => variable.Path).Concat(entry.Variables.Select(variable => $"{entry.Name.Key}.{variable.Path}"))).ToHashSet();
        Assert.DoesNotContain(Features.MessageTemplates.MessageVariables.Descriptions.Keys, path => !known.Contains(path));
    }

    [Theory, MemberData(nameof(EveryMessageInEveryLanguage)), Trait("Behaviour", "MT-2")]
    public void A_sample_leaves_no_text_empty_that_its_template_writes(string name, string language)
    {
        var entry = Built.Entry(name);
        var sample = Built.Sample(entry, language);
        Assert.All(sample.Links, link => Assert.StartsWith("http://one.localhost", link.Marker, StringComparison.Ordinal));
        Assert.All(Built.Renderer.Render(sample, Texts.Anna, Texts.Tenant, Languages.Find(language)!, OwnTexts.None).Broken, broken => Assert.Fail(broken.Fault.Fault.Message));
    }

    private static TheoryData<string, string> Only(string channel)
    {
        var rows = new TheoryData<string, string>();
        foreach (var entry in Built.Catalogue.All.Where(entry => entry.Sample is not null && entry.Name.Channel == channel))
            foreach (var language in Languages.All) rows.Add($"{entry.Name.Key}/{entry.Name.Channel}", language.Code);
        return rows;
    }

    /// <summary>A message whose texts all hold the value.</summary>
    private static Message Hold(MessageEntry entry, string value)
    {
        var type = typeof(Node).Assembly.GetTypes().Single(type => !type.IsAbstract && type.IsSubclassOf(typeof(Message)) && MessageName.Of(type) == entry.Name);
        var constructor = type.GetConstructors().Single(constructor => constructor.GetParameters().FirstOrDefault()?.ParameterType != type);
        return (Message)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, value))]);
    }

    private static object? Value(Type type, string value) =>
        type == typeof(string) ? value
        : type == typeof(SecretLink) ? new SecretLink("sample", Guid.Empty, "/sample/{token}")
        : type == typeof(bool) ? true
        : type == typeof(IReadOnlyList<string>) ? new[] { value }
        : type.IsValueType ? Activator.CreateInstance(type)
        : throw new InvalidOperationException($"A message has finished texts and links; how is {type.Name} one?");
}
