using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Messaging.Templates;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Tests.Messaging;

/// <summary>Walks every message × language × part: none is missing, none names what its message does not have, none shows a foreign brand.</summary>
public sealed class MessageCatalogueTests
{
    private const string Hostile = "<script>alert(1)</script>\r\nBcc: everybody@example.com";
    private static readonly BuiltInTemplates Templates = new(Path.Combine(AppContext.BaseDirectory, "resources", "templates"));
    private static readonly Type[] Messages = [.. typeof(Node).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Message)))];

    public static TheoryData<string, string> EveryMessageInEveryLanguage()
    {
        var rows = new TheoryData<string, string>();
        foreach (var message in Messages)
            foreach (var language in Languages.All) rows.Add(message.Name, language.Code);
        return rows;
    }

    [Theory, MemberData(nameof(EveryMessageInEveryLanguage)), Trait("Behaviour", "MT-4")]
    public void Each_message_has_its_own_templates_that_name_only_what_it_has(string name, string language)
    {
        var message = Sample(Messages.Single(type => type.Name == name), "x");
        var shape = ModelShape.Of(MessageRenderer.Model(message, Recipient(), Tenant()));
        foreach (var part in new[] { "html", "txt", "subject" })
            Assert.Empty(Templates.Get(message.Key, "email", language, part).Check(shape));
    }

    [Theory, MemberData(nameof(EveryMessageInEveryLanguage)), Trait("Behaviour", "DL-5")]
    public void Each_secret_link_stands_in_html_and_text_whatever_the_values(string name, string language)
    {
        var message = Sample(Messages.Single(type => type.Name == name), "x");
        var rendered = Render(message, language);
        foreach (var link in message.Links)
        {
            Assert.Contains(link.Marker, rendered.Text, StringComparison.Ordinal);
            Assert.Contains($"href=\"{link.Marker}\"", rendered.Html, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(EveryMessageInEveryLanguage)), Trait("Behaviour", "MT-4")]
    public void Each_message_shows_the_tenants_brand_and_no_other(string name, string language)
    {
        var rendered = Render(Sample(Messages.Single(type => type.Name == name), "x"), language);
        Assert.Contains("Brand One", rendered.Html, StringComparison.Ordinal);
        Assert.Contains("help@one.example", rendered.Text, StringComparison.Ordinal);
        Assert.NotEqual("", rendered.Subject);
        Assert.DoesNotContain("RemoteSupport", rendered.Subject + rendered.Text + rendered.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("{{", rendered.Subject + rendered.Text + rendered.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryMessageInEveryLanguage)), Trait("Behaviour", "MT-5")]
    public void Values_are_escaped_for_where_they_stand(string name, string language)
    {
        var rendered = Render(Sample(Messages.Single(type => type.Name == name), Hostile), language);
        Assert.DoesNotContain("<script", rendered.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', rendered.Subject);
        Assert.DoesNotContain('\r', rendered.Subject);
    }

    [Fact, Trait("Behaviour", "MT-4")]
    public void No_template_is_left_without_its_message()
    {
        var known = Messages.Select(Message.KeyOf).Append("layout").ToHashSet();
        Assert.DoesNotContain(Templates.Names, file => !known.Contains(file.Split(".")[0]));
    }

    private static RenderedMessage Render(Message message, string language) =>
        new MessageRenderer(Templates).Render(message, Recipient(), Tenant(), Languages.Find(language)!);

    /// <summary>An instance whose texts all hold the value.</summary>
    private static Message Sample(Type type, string value) =>
        (Message)type.GetConstructors().Single(constructor => constructor.GetParameters().FirstOrDefault()?.ParameterType != type).Invoke(
            [.. type.GetConstructors().Single(constructor => constructor.GetParameters().FirstOrDefault()?.ParameterType != type).GetParameters().Select(parameter => Value(parameter.ParameterType, value))]);

    private static object? Value(Type type, string value) =>
        type == typeof(string) ? value
        : type == typeof(SecretLink) ? new SecretLink("sample", Guid.Empty, "/sample/{token}")
        : type == typeof(bool) ? true
        : type == typeof(IReadOnlyList<string>) ? new[] { value }
        : type.IsValueType ? Activator.CreateInstance(type)
        : throw new InvalidOperationException($"A message has finished texts and links; how is {type.Name} one?");

    private static Recipient Recipient() => new("anna@one.example", "Anna", "en", "Europe/Rome");

    private static TenantInfo Tenant() => new()
    {
        Id = Guid.Empty, Slug = "one", IsSuspended = false, Name = "Brand One", AccentColor = "#2457b8", SupportEmail = "help@one.example", Country = "IT",
        DefaultLanguage = "en", Languages = ["en"], TimeZone = "Europe/Rome", ProtectsKnownDevices = false, Version = 1, LongestAccess = TimeSpan.FromDays(7), InvitationLifetime = TimeSpan.FromDays(1), HasLogo = true,
    };
}
