using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>A tenant admin calls an application by another name; reports keep the one that they were made with.</summary>
[Requires(Permission.Tenant)]
public sealed record RenameApplication : ICommand<SupportedApplication>
{
    /// <summary>Which.</summary>
    public Guid Id { get; init; }

    /// <summary>Its new name.</summary>
    [Required(ErrorMessage = "Enter a name.")]
    [StringLength(ReportRules.LongestApplication, ErrorMessage = "The name of an application can have 100 characters at most.")]
    public string? Name { get; init => field = ReportRules.Line(value); }

    internal sealed class Handler(Db db, AuditTrail audit) : IRequestHandler<RenameApplication, Outcome<SupportedApplication>>
    {
        public async Task<Outcome<SupportedApplication>> Handle(RenameApplication request, CancellationToken cancellationToken)
        {
            var before = await db.FindAsync<string>("select name from applications where id = @Id for update", new { request.Id }, cancellationToken);
            if (before is null) return new NotFound();
            if (await db.SingleAsync<bool>("select exists (select from applications where lower(name) = lower(@Name) and id <> @Id)", new { request.Name, request.Id }, cancellationToken))
                return new ApplicationTaken();
            await db.RunAsync("update applications set name = @Name where id = @Id", new { request.Name, request.Id }, cancellationToken);
            audit.Target("application", request.Id, request.Name);
            audit.Changed("name", before, request.Name);
            return new SupportedApplication(request.Id, request.Name!);
        }
    }
}
