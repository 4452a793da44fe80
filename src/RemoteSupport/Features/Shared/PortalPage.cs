using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Shared;

/// <summary>A page that people can see before they sign in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForSignedOutAttribute : Attribute;

/// <summary>What every page can do: ask for sign-in, and show a refusal where it belongs.</summary>
public abstract class PortalPage : PageModel
{
    /// <summary>The refusal to show above the form; null when there is none.</summary>
    public Refusal? Refusal { get; private set; }

    private IStringLocalizer Localizer => HttpContext.RequestServices.GetRequiredService<IStringLocalizer>();

    /// <summary>Shows a refusal: sentences of fields at their fields, the rest above the form, under the refusal's own status.</summary>
    protected IActionResult Refuse(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        Response.StatusCode = refusal.Status is 401 or 409 or 410 or 423 or 429 or 503 ? refusal.Status : StatusCodes.Status422UnprocessableEntity;
        Problems.RetryAfter(Response, refusal);
        // There is nothing of this page to show; the error page says why.
        if (refusal.Status is 403 or 404)
        {
            HttpContext.Items[Failures.Item] = refusal;
            return StatusCode(refusal.Status);
        }

        if (refusal is ValidationFailed validation) ShowAtFields(validation);
        if (refusal.Field is { } field) ShowAtField(NameOf(field), Localizer[refusal.Sentence, refusal.Arguments]);
        Refusal = refusal;
        return Page();
    }

    /// <summary>Goes on to a page of this portal (in a remote login: of that view) and tells there what was done.</summary>
    protected IActionResult Tell(string notice, string page)
    {
        TempData["notice"] = notice;
        return LocalRedirect(Request.PathBase + page);
    }

    /// <summary>Whoever is not signed in goes to sign in first, and comes back.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.ActionDescriptor.EndpointMetadata.OfType<ForSignedOutAttribute>().Any()) return;
        var caller = HttpContext.RequestServices.GetRequiredService<Caller>();
        if (caller.Session is not null)
        {
            // A page that sends no operation before it shows itself says by itself for whom it is.
            var refusal = context.ActionDescriptor.EndpointMetadata.OfType<RequirementAttribute>().Select(requirement => requirement.Check(caller)).FirstOrDefault(no => no is not null);
            if (refusal is not null) context.Result = Refuse(refusal);
            return;
        }

        if (SessionMiddleware.RemoteLoginOf(HttpContext) is not null)
        {
            context.Result = Redirect(Request.PathBase + "/ended");
            return;
        }

        var back = HttpMethods.IsGet(Request.Method) && Request.Path != "/" ? $"?returnUrl={Uri.EscapeDataString(Request.Path + Request.QueryString)}" : "";
        context.Result = Redirect("/sign-in" + back);
    }

    private void ShowAtFields(ValidationFailed validation)
    {
        foreach (var (field, sentences) in validation.Errors)
            foreach (var sentence in sentences) ShowAtField(NameOf(field), sentence);
    }

    // The form's own check may have said the same already.
    private void ShowAtField(string name, string sentence)
    {
        if (!ModelState.TryGetValue(name, out var field) || field.Errors.All(error => error.ErrorMessage != sentence)) ModelState.AddModelError(name, sentence);
    }

    /// <summary>The form's name of an operation's field: forms are bound to a property of the page that holds the operation.</summary>
    private string NameOf(string field)
    {
        var name = field.Length == 0 ? "" : char.ToUpperInvariant(field[0]) + field[1..];
        return ModelState.Keys.FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase) || key.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)) ?? name;
    }
}
