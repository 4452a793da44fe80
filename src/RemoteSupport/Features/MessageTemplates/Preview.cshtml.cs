using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>What the editor's frame shows: a text with sample values, as it would arrive. Nothing in it can run or load (MT-5).</summary>
[Requires(Permission.Tenant), ContentPolicy(Instead = PreviewDocument.Policy)]
public sealed class PreviewPage(IMediator mediator, IStringLocalizer localizer, OutboxLease outbox, Links links) : PortalPage
{
    /// <summary>What is used now.</summary>
    public Task<IActionResult> OnGetAsync(TemplateKey key, string? view, string? values) => ShowAsync(new(key, new(), values == "recent"), view);

    /// <summary>What stands in the fields.</summary>
    public Task<IActionResult> OnPostAsync(TemplateKey key, [Bind(Prefix = "Form")] TemplateDraft form, string? view, string? values) => ShowAsync(new(key, form, values == "recent"), view);

    private async Task<IActionResult> ShowAsync(PreviewMessageTemplate asked, string? view)
    {
        if (!(await mediator.Send(asked)).Succeeded(out var preview, out var refusal)) return Refuse(refusal);
        Response.Headers.CacheControl = "no-store";
        return Content(await DocumentAsync(asked.Key, preview, view), "text/html; charset=utf-8");
    }

    private async Task<string> DocumentAsync(TemplateKey key, TemplatePreview preview, string? view)
    {
        if (preview.Faults.Count > 0) return PreviewDocument.OfSentence(localizer["The preview comes back as soon as the text has no fault."]);
        if (key.Channel == Channels.Sms) return PreviewDocument.OfSms(preview.Text!);
        return view == "text" || preview.Html is null ? PreviewDocument.OfText(preview.Text!) : PreviewDocument.OfHtml(preview.Html, await outbox.LogoAsync(), links.To("/"), view == "dark");
    }
}
