using System.Security.Cryptography;
using System.Text;
using AngleSharp;
using AngleSharp.Html.Parser;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>The texts that a guest reads on pages and that tenants can write anew, as they are now (MT-1).</summary>
internal sealed class GuestTexts(MessageRenderer renderer, OwnTemplates templates, MultiTenantContextAccessor tenancy)
{
    /// <summary>The privacy terms of a company (IN-4).</summary>
    public async Task<TermsText> TermsAsync(string company, string language)
    {
        var text = await RenderAsync(new PrivacyTermsPage(company), language);
        var html = Closed(text.Html!);
        return new TermsText(text.Subject!, html, SHA256.HashData(Encoding.UTF8.GetBytes($"{text.Subject}\n{html}")));
    }

    /// <summary>The question after a call (CA-9).</summary>
    public async Task<string> QuestionAsync(string company, string language) => (await RenderAsync(new NpsQuestionPage(company), language)).Text;

    private async Task<RenderedMessage> RenderAsync(Message message, string code)
    {
        var (language, name) = (Languages.Find(code)!, MessageName.Of(message.GetType()));
        var (rendered, broken) = renderer.Render(message, new Recipient("", null, code, null), tenancy.Tenant, language, await templates.ReadAsync([name], [code]));
        // Told once for each saved version, whoever reads it first.
        if (broken.Count > 0) await templates.TellAsync(broken);
        return rendered;
    }

    /// <summary>With every tag closed, so that a tenant's text stays in its place on the page.</summary>
    private static string Closed(string html)
    {
        var document = new HtmlParser().ParseDocument("<body></body>");
        return string.Concat(new HtmlParser().ParseFragment(html, document.Body!).Select(node => node.ToHtml()));
    }
}

/// <summary>The privacy terms in force for a company, in one language.</summary>
/// <param name="Title">Their heading.</param>
/// <param name="Html">The text; checked when it was saved: nothing in it runs or loads.</param>
/// <param name="Version">The SHA-256 of both: another text is another version.</param>
internal sealed record TermsText(string Title, string Html, byte[] Version);
