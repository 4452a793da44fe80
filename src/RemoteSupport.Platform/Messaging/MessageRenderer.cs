using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging.Templates;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>A message as it will be sent, but for its secret links.</summary>
public sealed record RenderedMessage(string Subject, string Text, string Html);

/// <summary>Puts a message's values and the tenant's brand into its templates, escaped for where they stand (MT-5).</summary>
public sealed class MessageRenderer(BuiltInTemplates templates)
{
    /// <summary>Renders subject, text and HTML in a language; never another one by surprise (MT-4).</summary>
    public RenderedMessage Render(Message message, Recipient recipient, TenantInfo tenant, SupportedLanguage language)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(language);
        var model = Model(message, recipient, tenant);
        string Part(string name, TemplateTarget target) => templates.Get(message.Key, "email", language.Code, name).Render(model, target);
        string Layout(string part, TemplateTarget target, TemplateValue content) =>
            templates.Get("layout", "email", language.Code, part).Render(With(model, "content", content), target);

        var subject = Part("subject", TemplateTarget.Subject).Trim();
        return new(
            subject,
            Layout("txt", TemplateTarget.Text, new TemplateText(Part("txt", TemplateTarget.Text).Trim())),
            Layout("html", TemplateTarget.Html, new TemplateHtml(Part("html", TemplateTarget.Html))));
    }

    /// <summary>What a message's templates may see: its own values, who reads it, and the brand.</summary>
    public static TemplateObject Model(Message message, Recipient recipient, TenantInfo tenant)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(tenant);
        var own = TemplateModel.From(message);
        var brand = TemplateModel.From(new { tenant.Name, tenant.SupportEmail, tenant.AccentColor, OnAccent = Web.BrandColors.TextOn(tenant.AccentColor), tenant.HasLogo });
        return With(With(own, "brand", brand), "recipient_name", new TemplateText(recipient.Name ?? recipient.Address));
    }

    private static TemplateObject With(TemplateObject model, string name, TemplateValue value) =>
        new(new Dictionary<string, TemplateValue>(model.Members) { [name] = value });
}
