using MediatR;
using Microsoft.Net.Http.Headers;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.SupportContacts;

internal static class SupportContactsApi
{
    public static void MapSupportContacts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/organizations/{id:guid}/support-contacts", async (Guid id, HttpContext http, IMediator mediator) =>
                (await mediator.Send(new ShowSupportContacts(id))).ToResult(list => Show(list, http)))
            .WithSummary("Lists who gets an organization's problem reports, with the list's version as ETag (SC-1).")
            .Produces<ContactsAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/organizations/{id:guid}/support-contacts", SaveAsync)
            .WithSummary("Puts a list in the place of an organization's Support Contacts; If-Match holds the version that it was made from (SC-2 to SC-6).")
            .Produces<ContactsAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/support-contact-candidates", async (IMediator mediator, string? query = null, Guid? organizationId = null, int limit = 50) =>
                (await mediator.Send(new FindSupportContactCandidates { Query = query, OrganizationId = organizationId, Limit = limit }))
                .ToResult(found => Results.Ok(new ListAnswer<SupportContactCandidate>(found, null))))
            .WithSummary("Finds who could be added: partner users for partner users, addresses for members, best match first (SC-3 to SC-5).")
            .Produces<ListAnswer<SupportContactCandidate>>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> SaveAsync(Guid id, ContactsBody body, HttpContext http, IMediator mediator)
    {
        var contacts = body.Contacts?.Select(contact => contact?.ToContact()).ToList();
        var outcome = await mediator.Send(new SaveSupportContacts(id, SeenVersions(http.Request), contacts));
        if (outcome.Refusal is ChangedMeanwhile changed) http.Response.Headers.ETag = TagOf(changed.Present);
        return outcome.ToResult(list => Show(list, http));
    }

    private static IResult Show(SupportContactList list, HttpContext http)
    {
        http.Response.Headers.ETag = TagOf(list);
        return Results.Ok(new ContactsAnswer([.. list.Contacts.Select(ContactAnswer.Of)]));
    }

    private static string TagOf(SupportContactList list) => $"\"{list.Version}\"";

    /// <summary>"*" names no version: whoever sends it has seen none. A tag that is none of ours stands for a version that never is.</summary>
    private static List<long>? SeenVersions(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0) return null;
        if (!EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags)) return [-1];
        if (tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any))) return null;
        return [.. tags.Select(tag => !tag.IsWeak && long.TryParse(tag.Tag.AsSpan().Trim('"'), out var version) ? version : -1)];
    }
}

/// <summary>An organization's Support Contacts.</summary>
/// <param name="Contacts">In their order.</param>
public sealed record ContactsAnswer(IReadOnlyList<ContactAnswer> Contacts);

/// <summary>The list as it is to be.</summary>
/// <param name="Contacts">All of them, in their order.</param>
public sealed record ContactsBody(IReadOnlyList<ContactBody?>? Contacts);

/// <summary>A Support Contact to be: a partner user, or an address. As a list is read, it can be sent back.</summary>
/// <param name="UserId">A partner user; what else is said of them is not read.</param>
/// <param name="Name">Not read.</param>
/// <param name="Email">An address.</param>
/// <param name="Status">Not read.</param>
public sealed record ContactBody(Guid? UserId, string? Name, string? Email, string? Status)
{
    internal SupportContact ToContact() => new(UserId, UserId is null ? Email : null);
}
